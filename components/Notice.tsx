/** A message the size of a card, where there is no card to show. */
import { CardFrame } from './CardFrame.tsx';

type NoticeProps = { title: string; text: string; onClose?: () => void };

export function Notice({ title, text, onClose }: NoticeProps) {
  return (
    <CardFrame title={title} onClose={onClose}>
      <p class="card-text">{text}</p>
    </CardFrame>
  );
}

/** Why a change was not kept, beside the control that asked for it. */
import { useTexts } from './texts.ts';

export function Failure({ reason }: { reason: string | undefined }) {
  const text = useTexts();
  return <div role="alert">{reason !== undefined && <p class="failure">{text('notSaved', reason)}</p>}</div>;
}

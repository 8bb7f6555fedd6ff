/** A card in plain words, as it is copied: what it says at first sight, and where that comes from. */
import type { Card } from '../content/glossary.ts';
import type { Texts } from './texts.ts';

export function cardInWords(text: Texts, { name, plain, hlh, sources, reviewed }: Card): string {
  const from = sources.map(({ title, address }) => (address ? `${title}: ${address}` : title));
  return [
    `${name}: ${plain}`,
    ...(hlh ? [`${text('inHlh')}: ${hlh}`] : []),
    [`${text('sources')}:`, ...from.map((source) => `- ${source}`)].join('\n'),
    `${text('name')}. ${reviewed ? '' : `${text('notReviewed')} `}${text('notAdvice')}`,
  ].join('\n\n');
}

/** The key of a source, as a link to it where it has an address. */
import type { Card } from '../content/glossary.ts';
import { useTexts } from './texts.ts';

export function SourceLink({ source }: { source: Card['sources'][number] | undefined }) {
  const text = useTexts();
  if (!source?.address) return null;
  return (
    <a
      class="card-key"
      href={source.address}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={text('sourceNamed', source.key, source.title)}
    >
      {source.key}
    </a>
  );
}

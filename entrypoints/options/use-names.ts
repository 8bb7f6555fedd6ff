/** The names of terms, which the background knows. */
import { useEffect, useState } from 'preact/hooks';
import type { TermLink } from '../../content/glossary.ts';
import type { Send, ToBackground } from '../../content/messages.ts';

/** The terms with these ids by name, in the order of their names; nothing until the background was heard. */
export function useNames(send: Send<ToBackground>, ids: readonly string[] | undefined): TermLink[] | undefined {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const unnamed = ids?.filter((id) => !names.has(id)).join(' ') ?? '';

  useEffect(() => {
    if (unnamed === '') return;
    let isWanted = true;
    const asked = unnamed.split(' ');
    const keep = (found: readonly TermLink[]) => {
      // A term that has no name any more, or whose glossary cannot be read, is still listed: by its id.
      const links = [...asked.map((id) => ({ id, name: id })), ...found];
      if (isWanted) setNames((known) => new Map([...known, ...links.map(({ id, name }) => [id, name] as const)]));
    };
    send('names', { ids: asked }).then(keep, () => keep([]));
    return () => {
      isWanted = false;
    };
  }, [send, unnamed]);

  if (!ids || (ids.length > 0 && names.size === 0)) return undefined;
  return ids
    .flatMap((id) => (names.has(id) ? { id, name: names.get(id) ?? id } : []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

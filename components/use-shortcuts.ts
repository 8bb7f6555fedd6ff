/** The keyboard shortcuts as they stand, read again when the reader comes back from changing them. */
import { useEffect, useState } from 'preact/hooks';
import type { Shortcut } from './Shortcuts.tsx';

export function useShortcuts(list: () => Promise<readonly Shortcut[]>): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const read = () => list().then(setShortcuts, () => undefined);
    void read();
    window.addEventListener('focus', read, { signal: stop.signal });
    return () => stop.abort();
  }, [list]);
  return shortcuts;
}

/** The settings as the background has them, and the way to change them. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState, Send, ToBackground } from '../content/messages.ts';
import type { Settings } from '../content/settings.ts';

/** A change that was refused: the fields that it named, and the reason. */
type Refused = { fields: string[]; reason: string };

export type UsedSettings = {
  /** How things stand; absent until the background has answered. */
  state: PageState | undefined;
  /** Why the background did not answer. */
  unanswered: string | undefined;
  /** Changes settings, made from those that hold now: another page may have changed them meanwhile. */
  change: (make: (settings: Settings) => Partial<Settings>) => Promise<void>;
  /** Says that the reader knows a term, or wants it back. */
  know: (id: string, known: boolean) => Promise<void>;
  /** Why the last change of a field was refused. */
  refusal: (field: keyof Settings) => string | undefined;
};

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function useSettings(send: Send<ToBackground>): UsedSettings {
  const [state, setState] = useState<PageState>();
  const [unanswered, setUnanswered] = useState<string>();
  const [refused, setRefused] = useState<Refused>();

  const ask = useCallback(async () => {
    try {
      const current = await send('state');
      setState(current);
      setUnanswered(undefined);
      return current;
    } catch (error) {
      setUnanswered(reasonOf(error));
      return undefined;
    }
  }, [send]);

  useEffect(() => {
    const stop = new AbortController();
    void ask();
    // Whoever comes back from the popup or another tab sees what was changed there.
    window.addEventListener('focus', ask, { signal: stop.signal });
    return () => stop.abort();
  }, [ask]);

  /** Makes a change of these fields, and shows what holds after it. */
  const make = useCallback(
    async (fields: string[], done: () => Promise<PageState>) => {
      try {
        setState(await done());
        setRefused(undefined);
      } catch (error) {
        setRefused({ fields, reason: reasonOf(error) });
        await ask();
      }
    },
    [ask],
  );

  const change = useCallback(
    async (from: (settings: Settings) => Partial<Settings>) => {
      const current = await ask();
      if (!current) return;
      const fields = from(current.settings);
      await make(Object.keys(fields), () => send('change', fields));
    },
    [ask, make, send],
  );

  const know = useCallback(
    (id: string, known: boolean) => make(['known'], () => send('know', { id, known }).then(() => send('state'))),
    [make, send],
  );

  const refusal = (field: keyof Settings) => (refused?.fields.includes(field) ? refused.reason : undefined);
  return { state, unanswered, change, know, refusal };
}

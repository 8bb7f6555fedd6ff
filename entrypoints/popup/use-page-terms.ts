/** The terms of the page in front. */
import { useEffect, useState } from 'preact/hooks';
import type { PageTerm, Send, ToBackground } from '../../content/messages.ts';

/** The page may still be loading, or being read, while the popup is open. In milliseconds. */
const askAgainAfter = 1000;

export function usePageTerms(send: Send<ToBackground>, isOn: boolean): readonly PageTerm[] | undefined {
  const [terms, setTerms] = useState<readonly PageTerm[]>();
  useEffect(() => {
    setTerms(undefined);
    if (!isOn) return;
    let isWanted = true;
    const ask = async () => {
      // A tab that does not answer shows no terms; the state says why.
      const answer = await send('pageTerms').catch(() => []);
      if (isWanted) setTerms(answer);
    };
    void ask();
    const timer = setInterval(ask, askAgainAfter);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [send, isOn]);
  return terms;
}

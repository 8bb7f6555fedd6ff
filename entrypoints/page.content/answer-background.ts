/** Answers what the background asks of this frame, until the signal ends it. */
import { type Answers, listener, type ToPage } from '../../content/messages.ts';

type From = chrome.runtime.MessageSender;

export function answerBackground(answers: Answers<ToPage, From>, signal: AbortSignal): void {
  const reply = listener<ToPage, From>(answers, (_name, _parameters, from) => from.id === chrome.runtime.id);
  // On a page of the extension's own (the welcome page) this hears what pages ask of the background, too.
  const answer: typeof reply = (message, from, done) => (from.tab ? undefined : reply(message, from, done));
  chrome.runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => chrome.runtime?.onMessage?.removeListener(answer));
}

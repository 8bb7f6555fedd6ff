/**
 * Every message between the parts of Bedside: its name, its parameters, its answer, and who may send it.
 * The functions at the end carry them over the browser's messaging, which is handed in.
 */
import type { Card, TermLink } from './glossary.ts';
import { longestId } from './ids.ts';
import type { Marking, Settings } from './settings.ts';

/** What the popup shows of a page, in reading order. */
export type PageTerm = TermLink & { count: number; frame: number };

export type PageState = {
  settings: Settings;
  /** The site of the tab; absent where extensions cannot run. */
  site?: string;
  on: boolean;
  /** Why nothing works, in the browser's or our own words. */
  problem?: string;
};

/** To the background: [parameters, answer]. */
export type ToBackground = {
  /** A frame begins: is it wanted, and which words are to be marked how? */
  begin: [undefined, { on: boolean } & Marking];
  /** The cards of these terms. */
  cards: [{ ids: string[] }, Card[]];
  /** The card of the term that a selection names, if any. */
  define: [{ text: string }, Card | null];
  /** There is something to read in the sender's frame: brings the page script there, if it is wanted. */
  page: [undefined, null];
  /** Brings the card script into the sender's frame; answered when it has run there. */
  card: [undefined, null];
  /** The reader knows a term, or wants it back. True when the settings say so now; false where there is no such term. */
  know: [{ id: string; known: boolean }, boolean];
  /** Options: the names of those of these terms that there are, in this order. */
  names: [{ ids: string[] }, TermLink[]];
  /** The terms marked in the sender's frame changed. */
  marked: [undefined, null];
  /** Frames inside the sender's frame loaded; `blob` when one of them has a blob: address. */
  framed: [{ blob: boolean }, null];
  /** Popup and options: how things stand for the tab in front. */
  state: [undefined, PageState];
  /** Popup and options: change settings. */
  change: [Partial<Settings>, PageState];
  /** Popup: the terms of the tab in front. */
  pageTerms: [undefined, PageTerm[]];
  /** Popup: open a term's card at its first mark on the page. */
  showOnPage: [{ id: string; frame: number }, null];
  /** Popup: what it was opened to search for, if for anything. */
  pending: [undefined, string];
};

/** To a frame of a page: [parameters, answer]. */
export type ToPage = {
  /** The settings changed: ask again whether to run, and which words are marked how. */
  follow: [undefined, true];
  /** The terms on the page as far as a look over it tells, and whether the focus is in this very frame. */
  overview: [undefined, { terms: string[]; current: boolean }];
  /** The terms on the page and how often each stands there: the whole page is read for it. */
  terms: [undefined, { id: string; count: number }[]];
  show: [{ id: string }, boolean];
  /** The next or previous mark; false when there is none in this frame. */
  step: [{ by: 1 | -1; fresh: boolean }, boolean];
  /** Opens the card of the selected words; false where nothing is selected, or no card can be had. */
  define: [{ text?: string }, boolean];
};

const nothing = (value: unknown) => value === undefined;
const has = (check: Record<string, (value: unknown) => boolean>) => (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(check).every(([key, is]) => is((value as Record<string, unknown>)[key]));
const text = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;
const yesNo = (value: unknown) => typeof value === 'boolean';
const id = text(longestId);
const ids = (value: unknown) => Array.isArray(value) && value.every(id);

type Check = (parameters: unknown) => boolean;
const always: Check = () => true;
const never: Check = () => false;

/** Parameters as they must be when they arrive, and those with which a page's frame may send the message, too. */
const rules: { [K in keyof ToBackground]: { is: Check; fromPage: Check } } = {
  begin: { is: nothing, fromPage: always },
  cards: { is: has({ ids }), fromPage: always },
  define: { is: has({ text: text(500) }), fromPage: always },
  page: { is: nothing, fromPage: always },
  card: { is: nothing, fromPage: always },
  // What is hidden is brought back where the reader sees the whole list.
  know: { is: has({ id, known: yesNo }), fromPage: has({ known: (known) => known === true }) },
  names: { is: has({ ids }), fromPage: never },
  marked: { is: nothing, fromPage: always },
  framed: { is: has({ blob: yesNo }), fromPage: always },
  state: { is: nothing, fromPage: never },
  change: { is: has({}), fromPage: never },
  pageTerms: { is: nothing, fromPage: never },
  showOnPage: { is: has({ id, frame: Number.isInteger }), fromPage: never },
  pending: { is: nothing, fromPage: never },
};

/** Whether a message may be answered: its parameters are as they must be, and whoever sent it may send it. */
export function permits(name: keyof ToBackground, parameters: unknown, isOwnPage: boolean): boolean {
  const { is, fromPage } = rules[name];
  return is(parameters) && (isOwnPage || fromPage(parameters));
}

type Messages = Record<string, [unknown, unknown]>;
type Envelope = { bedside: string; with?: unknown };

/** Sends one message of a table and gives its answer; rejects when nobody answers. */
export type Send<M extends Messages> = <K extends keyof M & string>(
  name: K,
  ...parameters: M[K][0] extends undefined ? [] : [M[K][0]]
) => Promise<M[K][1]>;

/** How each message of a table is answered. */
export type Answers<M extends Messages, Sender> = {
  [K in keyof M]: (parameters: M[K][0], sender: Sender) => M[K][1] | Promise<M[K][1]>;
};

/** A refusal or a failure of the other side, as it travels. */
type Reply = { answer: unknown } | { error: string };

export function sender<M extends Messages>(carry: (message: Envelope) => Promise<unknown>): Send<M> {
  return async (name, ...parameters) => {
    const [given] = parameters;
    const reply = (await carry({ bedside: name, ...(given !== undefined && { with: given }) })) as Reply | undefined;
    if (!reply) throw new Error(`${name}: nobody answered`);
    if ('error' in reply) throw new Error(reply.error);
    return reply.answer as never;
  };
}

/**
 * The listener for the messages of a table. What is not ours, is malformed or comes from where it may not
 * is left alone or refused; `permits` decides.
 */
export function listener<M extends Messages, Sender>(
  answers: Answers<M, Sender>,
  permits: (name: keyof M & string, parameters: unknown, from: Sender) => boolean = () => true,
) {
  return (message: unknown, from: Sender, reply: (value: unknown) => void): true | undefined => {
    const { bedside: name, with: parameters } = (message ?? {}) as Partial<Envelope>;
    if (typeof name !== 'string' || !Object.hasOwn(answers, name)) return undefined;
    if (!permits(name, parameters, from)) {
      reply({ error: `${name}: refused` } satisfies Reply);
      return undefined;
    }
    Promise.resolve()
      .then(() => (answers[name] as (p: unknown, s: Sender) => unknown)(parameters, from))
      .then(
        (answer) => reply({ answer } satisfies Reply),
        (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) } satisfies Reply),
      );
    return true;
  };
}

/** Composes the page's side: text → matches → marks → card. Nothing of it outlives its one signal. */
import engine from 'virtual:engine';
import tables from 'virtual:tables';
import { type StartEngine, startCompiled, startPlain } from '../../content/engine/start.ts';
import { listener, type Send, sender, type ToBackground, type ToPage } from '../../content/messages.ts';
import { createRecogniser } from '../../content/recogniser.ts';
import { createSenses, sureness } from '../../content/senses.ts';
import type { Marking } from '../../content/settings.ts';
import type { Anchor } from '../card.content/card-script.ts';
import { createCards } from './cards.ts';
import { followPage, type PageReading } from './follow-page.ts';
import { isInView } from './in-view.ts';
import { loadCard } from './load-card.ts';
import { createMarks } from './marks.ts';
import { createPageBook, type PageBook } from './page-book.ts';
import { boxesOf, createPageMarks, isIn, type Mark } from './page-marks.ts';
import { followPointer } from './rest-pointer.ts';
import { selectionAnchor } from './selection.ts';
import { createShadowStyle } from './shadow-style.ts';
import { createSteps } from './step.ts';
import { isAlive, takeOver } from './take-over.ts';
import { scrollIntoView } from './unclobbered.ts';
import { watchFrames } from './watch-frames.ts';

/** Documents that are pages to read: not drawings, not data, not a viewer's. */
const readable = ['text/html', 'application/xhtml+xml', 'text/plain'];

/** Begins Bedside's life in this frame, unless it lives there. */
export function begin(): void {
  if (readable.includes(document.contentType) && document.documentElement && !isAlive()) run(takeOver());
}

/** Asks whether to run here, and how; nothing is built where the answer is no. */
function run(life: AbortController): void {
  const send = sender<ToBackground>((message) => chrome.runtime.sendMessage(message));
  send('begin').then(
    ({ on, ...marking }) => {
      if (!on) life.abort();
      else if (!life.signal.aborted) live(life, send, marking);
    },
    () => life.abort(),
  );
}

function live(life: AbortController, send: Send<ToBackground>, wanted: Marking): void {
  const { signal } = life;
  const recognise = createRecogniser(tables, startEngine);
  const marks = createMarks(signal);
  const book = createPageBook(recognise, (sure) => createSenses(recognise, { sure: sureness[sure] }), marks);
  const shadowRoots = new Set<ShadowRoot>();
  const pageMarks = createPageMarks(book, shadowRoots);
  const cards = createCards(send);
  let marking = wanted;
  const isKnown = (id: string) => marking.known.includes(id);
  const card = loadCard(send, { cards, isKnown, know }, signal);

  const anchorOf = (mark: Mark): Anchor => ({
    boxes: () => boxesOf(mark),
    isInView: () => boxesOf(mark).some((box) => isInView(box, mark.block.container)),
    isThere: () => pageMarks.isThere(mark),
  });

  function openAt(mark: Mark | undefined): boolean {
    if (!mark) return false;
    const box = boxesOf(mark)[0];
    const { container } = mark.block;
    if (!box || box.top < 0 || box.bottom > innerHeight || !isInView(box, container)) scrollTo(mark);
    // A frame that shows its word may be out of sight itself.
    else if (window !== top) scrollIntoView(container, { block: 'nearest', inline: 'nearest', behavior: 'instant' });
    card.open(mark.settled.term, anchorOf(mark), true);
    return true;
  }

  /** Asks again whether to run here, and how; ends everything where the answer is no. */
  async function follow(): Promise<void> {
    const { on, ...now } = await send('begin');
    if (on) mark(now);
    else life.abort();
  }

  function mark(now: Marking): void {
    marking = now;
    marks.look(now.look);
    book.follow(now);
    reading.again();
  }

  async function know(id: string): Promise<boolean> {
    const isKept = await send('know', { id, known: true });
    if (isKept) mark({ ...marking, known: [...marking.known, id] });
    return isKept;
  }

  let isLoadPlanned = false;
  /** Once: what fails then is tried again when a card is wanted. */
  function loadCardWhenIdle(): void {
    if (!isLoadPlanned) requestIdleCallback(card.load);
    isLoadPlanned = true;
  }

  let told = '';
  /** When there is nothing left to do: fetches the cards of what is near, and tells the badge if the terms changed. */
  function rested(): void {
    const near = book.termsOpen();
    cards.fetch(near).catch(() => undefined);
    if (near.length > 0) loadCardWhenIdle();
    const now = [...book.terms()].sort().join(' ');
    if (now !== told) send('marked').catch(() => undefined);
    told = now;
    card.placeAgain();
  }

  const styleShadow = createShadowStyle(signal);
  const watchShadow = watchFrames((blob) => send('framed', { blob }).catch(() => undefined), signal);
  const reading = followPage(
    book,
    shadowRoots,
    {
      shadow(root) {
        styleShadow(root);
        watchShadow(root);
      },
      rewritten: () => run(takeOver()),
      rested,
    },
    signal,
  );
  const steps = createSteps(reading, book, pageMarks);
  followPointer<Mark>(
    {
      at: pageMarks.at,
      isWorthLooking: () => marks.any,
      isHeld: (event) =>
        card.holds(event) || (card.anchor?.boxes().some((box) => isIn(box, event.clientX, event.clientY)) ?? false),
      opened: (mark) => card.open(mark.settled.term, anchorOf(mark)),
      left: () => {
        if (!card.isKept) card.close();
      },
      clickedElsewhere: card.close,
    },
    signal,
  );

  const reply = listener<ToPage, chrome.runtime.MessageSender>(
    {
      follow: () => follow().then(() => true as const),
      overview: () => ({ terms: [...book.terms()], current: hasFocusItself() }),
      terms: () => countTerms(reading, book),
      show: async ({ id }) => openAt(await steps.first(id)),
      step: async ({ by, fresh }) => openAt(await steps.step(by, fresh)),
      async define({ text }) {
        const selected = selectionAnchor();
        const words = text ?? selected?.text ?? '';
        if (words.trim() === '' || !selected) return false;
        const [found, isThere] = await Promise.all([send('define', { text: words.slice(0, 500) }), card.load()]);
        // Without the card the popup tells it.
        if (!isThere) return false;
        if (found) cards.keep(found);
        if (found) await card.open(found.id, selected.anchor, true);
        else card.openNotice(selected.anchor, true);
        return true;
      },
    },
    (_name, _parameters, from) => from.id === chrome.runtime.id,
  );
  // On a page of the extension's own (the welcome page) this hears what pages ask of the background, too.
  const answer: typeof reply = (message, from, done) => (from.tab ? undefined : reply(message, from, done));
  chrome.runtime.onMessage.addListener(answer);
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape' || !card.isOpen) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      card.close();
    },
    { capture: true, signal },
  );
  // A page that comes back from the back-forward cache may have been switched off meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => persisted && follow().catch(() => undefined), { signal });
  signal.addEventListener('abort', () => {
    card.close();
    chrome.runtime?.onMessage?.removeListener(answer);
  });

  mark(wanted);
}

/** The rules of an extension's own pages forbid WebAssembly, and Firefox complains of every try. */
const startEngine: StartEngine = location.protocol.endsWith('-extension:')
  ? startPlain
  : (...given) => startCompiled(fromBase64(engine))(...given);

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** Whether the focus is in this very frame, and not in one inside it. */
const hasFocusItself = () => document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);

/** Brings a mark to the middle of the window. */
function scrollTo(mark: Mark): void {
  const box = boxesOf(mark)[0];
  scrollIntoView(mark.block.container, { block: 'center', behavior: 'instant' });
  const after = boxesOf(mark)[0] ?? box;
  if (after && (after.top < 0 || after.bottom > innerHeight))
    window.scrollBy({ top: after.top - innerHeight / 2, behavior: 'instant' });
}

/** How often each term can be seen to stand on the page, in the order in which they come: reads all of it. */
async function countTerms(reading: PageReading, book: PageBook): Promise<{ id: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (let stretch = await reading.next(undefined, 1); stretch; stretch = await reading.next(stretch, 1)) {
    if (!book.mayHold(stretch)) continue;
    if (!book.isRead(stretch)) await reading.read(stretch);
    for (const [id, count] of book.countsIn(stretch)) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return [...counts].map(([id, count]) => ({ id, count }));
}

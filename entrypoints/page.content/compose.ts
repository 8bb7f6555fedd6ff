/** Composes the page's side: text → matches → marks → card. Nothing of it outlives its one signal. */
import { type Send, sender, type ToBackground } from '../../content/messages.ts';
import { createSenses, sureness } from '../../content/senses.ts';
import type { Marking } from '../../content/settings.ts';
import { readableTypes } from '../../content/world.ts';
import type { Anchor } from '../card.content/card-script.ts';
import { answerBackground } from './answer-background.ts';
import { createCards } from './cards.ts';
import { countTerms } from './count-terms.ts';
import { defineSelection } from './define-selection.ts';
import { followPage } from './follow-page.ts';
import { isInView } from './in-view.ts';
import { loadCard } from './load-card.ts';
import { createMarks } from './marks.ts';
import { createPageBook } from './page-book.ts';
import { boxesOf, createPageMarks, isIn, type Mark } from './page-marks.ts';
import { recognise } from './recognise.ts';
import { followPointer } from './rest-pointer.ts';
import { scrollToMark } from './scroll-to-mark.ts';
import { createShadowStyle } from './shadow-style.ts';
import { createSteps } from './step.ts';
import { isAlive, takeOver } from './take-over.ts';
import { watchFrames } from './watch-frames.ts';
import { whenRested } from './when-rested.ts';

/** So much of what stands after a mark may say more of it, in UTF-16 units. */
const mostAfter = 80;

/** Begins Bedside's life in this frame, unless it lives there. */
export function begin(): void {
  if (readableTypes.includes(document.contentType) && document.documentElement && !isAlive()) run(takeOver());
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
    after: mark.block.text.slice(mark.settled.end, mark.settled.end + mostAfter),
  });

  let opening: Mark | undefined;
  /** Opens a card that the reader went to: what it needs comes first, so that page and card move in one go. */
  async function openAt(mark: Mark | undefined): Promise<boolean> {
    if (!mark) return false;
    opening = mark;
    await Promise.all([card.load(), cards.fetch([mark.settled.term]).catch(() => undefined)]);
    // Meanwhile the reader may have gone on.
    if (opening !== mark || signal.aborted) return true;
    scrollToMark(mark);
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
      rested: whenRested(book, cards, card, send),
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
      foreseen: (mark) => card.prepare(mark.settled.term, anchorOf(mark)),
      opened: (mark) => card.open(mark.settled.term, anchorOf(mark)),
      left: () => {
        if (!card.isKept) card.close();
      },
      clickedElsewhere: card.close,
    },
    signal,
  );

  answerBackground(
    {
      follow: () => follow().then(() => true as const),
      overview: () => ({ terms: [...book.terms()], current: hasFocusItself() }),
      terms: () => countTerms(reading, book),
      show: async ({ id }) => openAt(await steps.first(id)),
      step: async ({ by, fresh }) => openAt(await steps.step(by, fresh)),
      define: ({ text }) => defineSelection(text, card, cards, send),
    },
    signal,
  );
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
  signal.addEventListener('abort', card.close);

  mark(wanted);
}

/** Whether the focus is in this very frame, and not in one inside it. */
const hasFocusItself = () => document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);

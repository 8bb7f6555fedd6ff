/**
 * Reads the page as it is needed, in slices between the page's own work. What is near the viewport is read word by
 * word; the rest is overlooked, so that what it says counts where a word has several meanings. Where a sample of the
 * page has no medical word, the rest waits until it comes near.
 */
import { awaitUpgrades } from './await-upgrades.ts';
import type { PageBook } from './page-book.ts';
import { type PageStretch, planPage } from './page-plan.ts';
import { beginsSection, readStretch, textsOf } from './read-text.ts';
import { isConnected } from './unclobbered.ts';

/** Milliseconds of work between two pauses. */
const slice = 3;
/** Of so many stretches one is in the sample; a page of few is overlooked as a whole. */
const sampled = 8;
const few = 16;
/** So many stretches are read before one at most, to know the section that goes on in it. */
const mostLead = 12;
/** So many stretches lie open at once. */
const mostOpen = 64;

export type Found = {
  /** An open shadow root was met for the first time. */
  shadow(root: ShadowRoot): void;
  /** The document was opened and written anew, which takes every listener away. */
  rewritten(): void;
  /** There is nothing left to do for now. */
  rested(): void;
};

export type PageReading = {
  /** The stretch after another in the order of the page, or before it; the first or the last without one. */
  next(stretch: PageStretch | undefined, by: 1 | -1): Promise<PageStretch | undefined>;
  /** The first stretch near the viewport, or the last. */
  near(by: 1 | -1): Promise<PageStretch | undefined>;
  /** Reads a stretch, unless it lies open. */
  read(stretch: PageStretch): Promise<void>;
  stretchOf(node: Node): PageStretch | undefined;
  /** Marks anew: the reader has chosen otherwise. */
  again(): void;
};

export function followPage(
  book: PageBook,
  /** The open shadow roots that are known; kept true here. */
  shadowRoots: Set<ShadowRoot>,
  found: Found,
  signal: AbortSignal,
): PageReading {
  /** To be read; to be overlooked, those of the sample first. */
  const wanted = new Set<PageStretch>();
  const sample = new Set<PageStretch>();
  const rest = new Set<PageStretch>();
  /** Those that lie open, the one that was wanted last at the end. */
  const open = new Set<PageStretch>();
  /** Who waits for what. */
  const asked = new Map<PageStretch | 'plan', (() => void)[]>();
  let reading: { stretch: PageStretch; steps: Iterator<void> } | undefined;
  let settling: Iterator<void, PageStretch[]> | undefined;
  let overlooking: Iterator<void> | undefined;
  let judging: Iterator<void> | undefined;
  let came = 0;
  let isWhole = false;
  let isUnsettled = false;
  let isScheduled = false;
  /** When the idle time ends in which there is work being done. */
  let idleUntil = 0;
  let isEdited = false;

  const channel = new MessageChannel();
  channel.port1.onmessage = work;
  const plan = planPage(
    {
      came(stretch) {
        (came % sampled === 0 ? sample : rest).add(stretch);
        came += 1;
      },
      went(stretch) {
        for (const set of [wanted, sample, rest, open]) set.delete(stretch);
        if (reading?.stretch === stretch) reading = undefined;
        book.forget(stretch);
        answer(stretch);
        unsettle();
      },
      changed(stretch) {
        if (open.has(stretch) || stretch.near > 0) wanted.add(stretch);
        else sample.add(stretch);
        schedule();
      },
      neared(stretch) {
        if (open.has(stretch)) unsettle();
        else wanted.add(stretch);
        schedule();
      },
      stale: book.strike,
      pending: schedule,
    },
    signal,
  );

  function meetShadow(root: ShadowRoot, stretch = plan.stretchOf(root.host)): void {
    if (!stretch) return;
    if (!shadowRoots.has(root)) found.shadow(root);
    shadowRoots.add(root);
    plan.addShadow(root, stretch);
  }
  const upgrades = awaitUpgrades(shadowRoots, (root) => meetShadow(root), signal);

  function schedule(): void {
    if (isScheduled || signal.aborted) return;
    isScheduled = true;
    // Idle time is scarce in a tab that nobody sees; who asks is answered all the same.
    if (asked.size > 0 || performance.now() < idleUntil) channel.port2.postMessage('');
    else requestIdleCallback(workWhileIdle, { timeout: 200 });
  }
  /** An idle time is worked through in slices, each a task of its own, so that nothing waits longer than one. */
  function workWhileIdle(deadline: IdleDeadline): void {
    idleUntil = performance.now() + deadline.timeRemaining() - slice;
    work();
  }

  function unsettle(): void {
    isUnsettled = true;
    schedule();
  }

  function work(): void {
    isScheduled = false;
    if (signal.aborted || checkEdited()) return;
    for (const root of shadowRoots) if (!isConnected(root)) shadowRoots.delete(root);
    upgrades.look();
    const end = performance.now() + slice;
    do {
      if (!step()) return;
    } while (performance.now() < end);
    schedule();
  }

  /** Does a little of what is most urgent; false when there is nothing left to do. */
  function step(): boolean {
    // Of a long page the beginning is read before all of it has been cut.
    if (plan.isGrowing && wanted.size > 0 && goOnNearby()) return true;
    if (plan.cut()) return true;
    answer('plan');
    if (goOnNearby()) return true;
    const unseen = nextUnseen();
    if (overlooking) return goOnOverlooking(overlooking);
    if (unseen) return beginOverlooking(unseen);
    if (!isWhole) {
      isWhole = true;
      return settle();
    }
    judging ??= book.judge();
    if (!judging.next().done) return true;
    judging = undefined;
    found.rested();
    return false;
  }

  /** Does a little for what is near or asked for; false when nothing is left of it. */
  function goOnNearby(): boolean {
    const [next] = wanted;
    if (reading) return goOnReading(reading);
    if (settling || isUnsettled) return settle();
    return next !== undefined && beginReading(next);
  }

  /** Reads a stretch, after those that the section in it may come from. */
  function beginReading(stretch: PageStretch): true {
    const order = plan.order();
    let at = order.indexOf(stretch);
    for (let lead = 0; lead < mostLead; lead += 1) {
      const before = order[at - 1];
      if (!before || book.isRead(before) || beginsSection(order[at] as PageStretch)) break;
      at -= 1;
    }
    const first = order[at] ?? stretch;
    wanted.delete(first);
    for (const set of [sample, rest, open]) set.delete(first);
    open.add(first);
    plan.watch(first);
    first.shadows.clear();
    const met = { shadow: (root: ShadowRoot) => meetShadow(root, first), custom: upgrades.met };
    reading = { stretch: first, steps: book.read(first, readStretch(first, met), order[at - 1]) };
    return true;
  }

  function goOnReading({ stretch, steps }: NonNullable<typeof reading>): true {
    if (!steps.next().done) return true;
    reading = undefined;
    isUnsettled = true;
    for (const old of open) {
      if (open.size <= mostOpen) break;
      if (old.near > 0 || old === stretch || wanted.has(old)) continue;
      open.delete(old);
      plan.unwatch(old);
      book.close(old);
    }
    return true;
  }

  function settle(): true {
    if (!settling) isUnsettled = false;
    settling ??= book.settle(plan.order(), isWhole);
    const { done, value: lost } = settling.next();
    if (!done) return true;
    settling = undefined;
    for (const stretch of lost) wanted.add(stretch);
    for (const stretch of asked.keys()) if (stretch !== 'plan' && open.has(stretch)) answer(stretch);
    return true;
  }

  function nextUnseen(): PageStretch | undefined {
    const [first] = sample.size > 0 || !(book.isMedical || rest.size < few) ? sample : rest;
    return first;
  }

  function beginOverlooking(stretch: PageStretch): true {
    sample.delete(stretch);
    rest.delete(stretch);
    overlooking = book.overlook(stretch, textsOf(stretch));
    return goOnOverlooking(overlooking);
  }

  function goOnOverlooking(steps: Iterator<void>): true {
    if (steps.next().done) {
      overlooking = undefined;
      // What the rest of the page says may settle what was open.
      if (!nextUnseen()) isUnsettled = true;
    }
    return true;
  }

  function answer(about: PageStretch | 'plan'): void {
    for (const tell of asked.get(about) ?? []) tell();
    asked.delete(about);
  }

  function ask(about: PageStretch | 'plan'): Promise<void> {
    return new Promise((resolve) => {
      asked.set(about, [...(asked.get(about) ?? []), resolve]);
      isScheduled = false;
      schedule();
    });
  }

  /** While the whole document is being edited nothing is marked; no event tells when that begins or ends. */
  function checkEdited(): boolean {
    const before = isEdited;
    isEdited = document.designMode === 'on';
    if (isEdited && !before) {
      book.clear();
      for (const set of [wanted, sample, rest, open]) set.clear();
      reading = undefined;
      settling = undefined;
      overlooking = undefined;
    }
    if (before && !isEdited) plan.again();
    return isEdited;
  }

  for (const event of ['selectionchange', 'focusin', 'pointerdown', 'keydown'])
    document.addEventListener(event, checkEdited, { capture: true, passive: true, signal });
  const rewriting = new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length > 0)) found.rewritten();
  });
  rewriting.observe(document, { childList: true });
  signal.addEventListener('abort', () => {
    rewriting.disconnect();
    channel.port1.close();
    for (const about of [...asked.keys()]) answer(about);
  });

  return {
    async next(stretch, by) {
      await ask('plan');
      const order = plan.order();
      if (!stretch) return order.at(by > 0 ? 0 : -1);
      const at = order.indexOf(stretch);
      return at < 0 ? undefined : order[at + by];
    },
    async near(by) {
      await ask('plan');
      const near = plan.order().filter((stretch) => stretch.near > 0);
      return near.at(by > 0 ? 0 : -1);
    },
    async read(stretch) {
      if (open.has(stretch) && !wanted.has(stretch) && !isUnsettled) return;
      if (!open.has(stretch)) wanted.add(stretch);
      await ask(stretch);
    },
    stretchOf: plan.stretchOf,
    again() {
      isUnsettled = true;
      schedule();
    },
  };
}

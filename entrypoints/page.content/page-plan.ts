/**
 * The plan of a page: which stretches it has, in what order, which of them are near the viewport, and which have
 * changed. Only its branches (the elements that were too large for one stretch) and the stretches that somebody
 * watches are observed, so that the page's own work elsewhere costs it nothing.
 */
import { cut, type Stretch } from './cut-page.ts';
import { mayBeNear, nearby } from './near.ts';
import { isUnread } from './read-text.ts';
import { firstOf, isConnected, nextOf, parentOf, previousOf } from './unclobbered.ts';

/** A stretch that has its place in the plan. */
export type PageStretch = Stretch & {
  readonly branch: Branch;
  /** How many of its tops are near. */
  near: number;
  /** The open shadow roots that were met in it. */
  shadows: Set<ShadowRoot>;
  watcher?: MutationObserver;
};

type Root = Element | ShadowRoot;
type Branch = { root: Root; parts: Place[]; cutting?: Cutting };
type Place = PageStretch | Branch;
/** A cut that has not come to its end: where new parts go, and those that they may take the place of. */
type Cutting = { parts: ReturnType<typeof cut>; at: number; before: Place[] };

export type PlanEvents = {
  came(stretch: PageStretch): void;
  went(stretch: PageStretch): void;
  /** Something in a stretch is not as it was. */
  changed(stretch: PageStretch): void;
  neared(stretch: PageStretch): void;
  /** Told at once of nodes whose text has changed or left the page. */
  stale(node: Node): void;
  /** There is cutting to do. */
  pending(): void;
};

export type PagePlan = {
  addShadow(root: ShadowRoot, within: PageStretch): void;
  /** Goes on with the cutting by one part; false when there is none to do. */
  cut(): boolean;
  /** Whether what is being cut is new: all that has been cut stands where it will stand. */
  readonly isGrowing: boolean;
  /** Cuts everything anew. */
  again(): void;
  /** All stretches, in the order of the page; those of a shadow root come after the stretch of its host. */
  order(): readonly PageStretch[];
  /** The stretch that a node lies in; of what lies in a shadow tree, the one there. */
  stretchOf(node: Node): PageStretch | undefined;
  /** Looks out for changes in a stretch from now on. */
  watch(stretch: PageStretch): void;
  unwatch(stretch: PageStretch): void;
};

const isStretch = (place: Place): place is PageStretch => 'tops' in place;
const whatChanges = { childList: true, characterData: true, attributes: true, attributeFilter: ['contenteditable'] };

export function planPage(events: PlanEvents, signal: AbortSignal): PagePlan {
  const branches = new Map<Root, Branch>();
  /** Branches with a cut to go on with. */
  const pending = new Set<Branch>();
  const placeOf = new WeakMap<Node, Place>();
  const seenFor = new WeakMap<Element, Set<PageStretch>>();
  const near = new WeakSet<Element>();
  let order: PageStretch[] | undefined;

  const branchObserver = new MutationObserver((records) => {
    for (const [root, own] of Map.groupBy(records, ({ target }) => target as Root)) {
      const branch = branches.get(root);
      if (branch) follow(branch, own);
    }
  });
  const nearObserver = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const { target } = entry;
      const isNear = mayBeNear(entry);
      if (isNear === near.has(target)) continue;
      if (isNear) near.add(target);
      else near.delete(target);
      for (const stretch of seenFor.get(target) ?? []) {
        stretch.near += isNear ? 1 : -1;
        if (isNear && stretch.near === 1) events.neared(stretch);
      }
    }
  }, nearby);
  signal.addEventListener('abort', () => {
    branchObserver.disconnect();
    nearObserver.disconnect();
    for (const branch of branches.values()) for (const place of branch.parts) if (isStretch(place)) unwatch(place);
  });

  function addBranch(root: Root): Branch {
    const branch: Branch = { root, parts: [] };
    branches.set(root, branch);
    branchObserver.observe(root, { childList: true, attributes: true, attributeFilter: ['contenteditable'] });
    begin(branch, 0, branch.parts.length, firstOf(root), null);
    return branch;
  }

  /** Begins to cut the nodes from one to another, in place of so many parts. */
  function begin(branch: Branch, at: number, count: number, from: ChildNode | null, until: ChildNode | null): void {
    const before = branch.parts.splice(at, count);
    branch.cutting = { parts: isUnread(branch.root) ? cut(null) : cut(from, until), at, before };
    pending.add(branch);
    order = undefined;
    events.pending();
  }

  function beginAll(branch: Branch): void {
    branch.parts.push(...(branch.cutting?.before ?? []));
    begin(branch, 0, branch.parts.length, firstOf(branch.root), null);
  }

  /** Puts the parts that a change of the children has touched in their place again. */
  function follow(branch: Branch, records: readonly MutationRecord[]): void {
    for (const { removedNodes } of records) for (const node of removedNodes) events.stale(node);
    if (branch.cutting || records.some(({ type }) => type === 'attributes')) {
      beginAll(branch);
      return;
    }
    const touched = new Set<Place>();
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      for (const node of removedNodes) touch(placeOf.get(node));
      for (const node of [previousSibling, nextSibling, ...addedNodes]) {
        if (!node || parentOf(node) !== branch.root) continue;
        touch(nearestPlace(node, previousOf));
        touch(nearestPlace(node, nextOf));
      }
    }
    function touch(place: Place | undefined): void {
      if (place && branch.parts.includes(place)) touched.add(place);
    }
    const places = [...touched].map((place) => branch.parts.indexOf(place));
    const least = Math.min(...places);
    const most = Math.max(...places);
    const before = branch.parts[least - 1];
    const after = branch.parts[most + 1];
    const from = before ? nextOf(edgeOf(before, 'last')) : firstOf(branch.root);
    const until = after ? edgeOf(after, 'first') : null;
    const isSound = [before && edgeOf(before, 'last'), until].every((node) => !node || parentOf(node) === branch.root);
    if (places.length === 0 || !isSound) beginAll(branch);
    else begin(branch, least, most - least + 1, from, until);
  }

  const edgeOf = (place: Place, edge: 'first' | 'last'): ChildNode =>
    isStretch(place) ? place[edge] : (place.root as Element);

  function nearestPlace(node: Node, next: (node: Node) => Node | null): Place | undefined {
    for (let at: Node | null = node; at; at = next(at)) {
      const place = placeOf.get(at);
      if (place) return place;
    }
    return undefined;
  }

  /** Cuts off the next part of a branch. */
  function step(branch: Branch, cutting: Cutting): void {
    const { value: part, done } = cutting.parts.next();
    order = undefined;
    if (done) {
      pending.delete(branch);
      delete branch.cutting;
      for (const place of cutting.before) remove(place);
      return;
    }
    const put = (place: Place) => {
      branch.parts.splice(cutting.at, 0, place);
      cutting.at += 1;
    };
    if ('branch' in part) {
      put(
        take(cutting, [part.branch], (place) => !isStretch(place)) ??
          branches.get(part.branch) ??
          addBranch(part.branch),
      );
      placeOf.set(part.branch, branch.parts[cutting.at - 1] as Place);
      return;
    }
    const known = take(cutting, [...part.tops, part.first], isStretch) as PageStretch | undefined;
    const stretch: PageStretch = known ?? { ...part, branch, near: 0, shadows: new Set() };
    const before = known ? sentinelsOf(known) : [];
    Object.assign(stretch, part);
    put(stretch);
    see(stretch);
    const now = new Set(sentinelsOf(stretch));
    unsee(
      stretch,
      before.filter((element) => !now.has(element)),
    );
    if (known) events.changed(stretch);
    else events.came(stretch);
    if (stretch.near > 0) events.neared(stretch);
  }

  /** The part that had one of these nodes until now: it goes on as it was. */
  function take({ before }: Cutting, nodes: readonly Node[], fits: (place: Place) => boolean): Place | undefined {
    for (const node of nodes) {
      const place = placeOf.get(node);
      const at = place && fits(place) ? before.indexOf(place) : -1;
      if (at >= 0) return before.splice(at, 1)[0];
    }
    return undefined;
  }

  function see(stretch: PageStretch): void {
    for (const node of [...stretch.tops, stretch.first, stretch.last]) placeOf.set(node, stretch);
    for (const element of sentinelsOf(stretch)) {
      const seen = seenFor.get(element) ?? new Set();
      if (seen.size === 0) nearObserver.observe(element);
      seenFor.set(element, seen.add(stretch));
    }
    stretch.near = sentinelsOf(stretch).filter((element) => near.has(element)).length;
    if (stretch.watcher) watch(stretch);
  }

  function unsee(stretch: PageStretch, elements = sentinelsOf(stretch)): void {
    for (const element of elements) {
      const seen = seenFor.get(element);
      seen?.delete(stretch);
      if (seen?.size !== 0) continue;
      nearObserver.unobserve(element);
      near.delete(element);
    }
  }

  /** What tells where a stretch is: its tops, or what is around its text. */
  function sentinelsOf({ tops, branch: { root } }: PageStretch): readonly Element[] {
    return tops.length > 0 ? tops : [root instanceof ShadowRoot ? root.host : root];
  }

  function remove(place: Place): void {
    if (!isStretch(place)) {
      // Another part of the page may have it by now.
      if (branches.get(place.root) !== place) return;
      branches.delete(place.root);
      pending.delete(place);
      for (const part of [...place.parts, ...(place.cutting?.before ?? [])]) remove(part);
      return;
    }
    unsee(place);
    unwatch(place);
    events.went(place);
  }

  function watch(stretch: PageStretch): void {
    unwatch(stretch);
    stretch.watcher = new MutationObserver((records) => {
      for (const { type, target, removedNodes } of records) {
        if (type === 'characterData') events.stale(target);
        else for (const node of removedNodes) events.stale(node);
      }
      events.changed(stretch);
    });
    for (let node: ChildNode | null = stretch.first; node; node = node === stretch.last ? null : nextOf(node))
      stretch.watcher.observe(node, { subtree: true, ...whatChanges });
  }

  function unwatch(stretch: PageStretch): void {
    stretch.watcher?.disconnect();
    delete stretch.watcher;
  }

  /** Shadow roots that have left the page, with all that is in them. */
  function forgetShadows(): void {
    for (const [root, branch] of branches) {
      if (root instanceof ShadowRoot && !isConnected(root)) remove(branch);
    }
  }

  function* inOrder(branch: Branch): Generator<PageStretch> {
    for (const place of branch.parts) {
      if (!isStretch(place)) yield* inOrder(place);
      else {
        yield place;
        for (const root of place.shadows) {
          const inside = branches.get(root);
          if (inside) yield* inOrder(inside);
        }
      }
    }
  }

  const whole = addBranch(document.documentElement);

  return {
    addShadow(root, within) {
      within.shadows.add(root);
      if (!branches.has(root)) addBranch(root);
      order = undefined;
    },
    cut() {
      forgetShadows();
      // The branch that was met last comes first: so the parts come in the order of the page.
      const branch = [...pending].at(-1);
      if (!branch) return false;
      if (branch.cutting && isConnected(branch.root)) step(branch, branch.cutting);
      else pending.delete(branch);
      return true;
    },
    get isGrowing() {
      return pending.size > 0 && [...pending].every(({ cutting }) => cutting?.before.length === 0);
    },
    again() {
      for (const branch of [...branches.values()]) if (isConnected(branch.root)) beginAll(branch);
    },
    order() {
      order ??= [...inOrder(whole)];
      return order;
    },
    stretchOf(node) {
      for (let at: Node | null = node; at; at = parentOf(at)) {
        const place = placeOf.get(at);
        if (place) return isStretch(place) ? place : undefined;
      }
      return undefined;
    },
    watch,
    unwatch,
  };
}

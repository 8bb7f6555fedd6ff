/**
 * The word order of lists: "hepato- and splenomegaly", "T and B cells", "FHL2-5", "IL-6 and -18". Where a match shares
 * its end or its beginning with its neighbours in a list, the full wording is proposed and stands only if the
 * recogniser knows all of it as one form. Text in, matches out.
 */
import { fold } from './fold.ts';
import type { Match, Recogniser } from './recogniser.ts';

/** What may part two members of a list; "and/or" is two of them. */
const conjunction = /(?:\s*(?:,|\/|&)\s*|\s+(?:and\/or|and|or)\s+)$/i;
/** Before a number that has its own hyphen the separator is not a hyphen: "IL-6, -18". */
const conjunctionAfter = /^(?:(?:\s*[,/&]\s*|\s+(?:and|or|to|through)\s+){1,2}|\s?[–—-]\s?(?=\d))/i;

/** Words after which a single letter is a kind of something else: vitamin A, hepatitis B, plan B. */
const takesLetter =
  /(?:^|[^\p{L}])(?:vitamin|hepatitis|type|group|class|grade|stage|plan|factor|protein|influenza|amphotericin|cyclosporine?|ciclosporin|complement|streptococcus|part|table|figure|fig|appendix|section|case|ward|bay|panel|step|option|unit|level|arm|cohort|model|line|chart|box|room|dr|mr|mrs|ms)\.?\s+$/iu;

/** A number without a hyphen belongs to the list only where no noun follows that it could count. */
const countsNothing =
  /^(?:\s*(?:[.,;:)\]/]|$)|\s+(?:and|or|the|in|are|is|was|were|had|have|has|but|with|of|by|to|as|at|for|from|can|may|do|did|both|all|share|cause|differ)\b)/i;

/** The whole text as one form, or nothing. */
function wholeForm(recognise: Recogniser, text: string): Match | undefined {
  const [match, ...others] = recognise(text).matches;
  return match && others.length === 0 && match.start === 0 && match.end === text.length ? match : undefined;
}

/** The ends of a match that others could share: "cell lymphoma" and "lymphoma" of "B-cell lymphoma". */
function sharedEnds(words: string): string[] {
  return [...words.matchAll(/(?<=[\s-])[\p{L}\p{N}]/gu)].map(({ index }) => words.slice(index));
}

/** The ends of one word that a dangling hyphen can stand for: "megaly" in "hepato- and splenomegaly". */
const wordEnds = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => word.slice(index + 3));

/** What stands before a conjunction: up to three words, the longest first. */
function wordsBefore(text: string, end: number, from: number): { start: number; end: number }[] {
  const before = text.slice(Math.max(from, end - 60), end);
  const words = [...before.matchAll(/(?<![\p{L}\p{N}-])[\p{L}\p{N}][\p{L}\p{N}⁺+]*(?:-[\p{L}\p{N}]+)*-?/gu)].slice(-3);
  if (
    words.length === 0 ||
    !/^[^\p{L}\p{N}]*$/u.test(before.slice((words.at(-1)?.index ?? 0) + (words.at(-1)?.[0].length ?? 0)))
  )
    return [];
  const offset = end - before.length;
  const spans: { start: number; end: number }[] = [];
  for (let first = words.length - 1; first >= 0; first -= 1) {
    const start = words[first]?.index ?? 0;
    if (/[^\p{L}\p{N}\s⁺+-]/u.test(before.slice(start))) break;
    spans.unshift({ start: offset + start, end });
  }
  return spans;
}

/** Members before `match` that share its end. */
function before(recognise: Recogniser, text: string, match: Match, from: number): Match[] {
  const found: Match[] = [];
  const words = text.slice(match.start, match.end);
  const ends = sharedEnds(words);
  let at = match.start;
  for (let members = 0; members < 6; members += 1) {
    // A modifier may stand between: "primary or relapsing secondary HLH".
    const parts = conjunction.exec(text.slice(Math.max(from, at - 24), at));
    const modifier =
      members === 0 && !parts ? /(?:\s(?:and|or)\s+)\p{L}+\s+$/u.exec(text.slice(Math.max(from, at - 40), at)) : null;
    const separator = parts ?? modifier;
    if (!separator) break;
    let stop = at - separator[0].length;
    const doubled = conjunction.exec(text.slice(Math.max(from, stop - 8), stop));
    if (doubled) stop -= doubled[0].length;
    const member = memberBefore(recognise, text, stop, from, ends, words);
    if (!member) break;
    found.unshift(member);
    at = member.start;
  }
  return found;
}

function memberBefore(
  recognise: Recogniser,
  text: string,
  stop: number,
  from: number,
  ends: readonly string[],
  words: string,
): Match | undefined {
  for (const span of wordsBefore(text, stop, from)) {
    const said = text.slice(span.start, span.end);
    if (said.length === 1 && takesLetter.test(text.slice(Math.max(from, span.start - 24), span.start))) continue;
    const dangles = said.endsWith('-');
    const tries = dangles
      ? [...ends.map((end) => `${said}${end}`), ...wordEnds(words).map((end) => `${said.slice(0, -1)}${end}`)]
      : ends.map((end) => `${said} ${end}`);
    for (const whole of tries) {
      // "A cold or a cold sore": what the match itself says is no other member.
      if (fold(whole) === fold(words)) continue;
      const known = wholeForm(recognise, whole);
      if (known) return { ...span, forms: known.forms };
    }
  }
  return undefined;
}

const aNumber = /^-?\d{1,2}[α-ω]?(?![\p{L}\p{N}]|[.,]\d)/u;

/** Members after `match` that share its beginning: a number, or a number and a Greek letter. */
function after(recognise: Recogniser, text: string, match: Match, to: number): Match[] {
  const words = text.slice(match.start, match.end);
  const [head] = /^.*?\p{L}[\p{L}\s-]*(?=\d+[α-ωa-d]?$)/u.exec(words) ?? [];
  return head ? numbersAfter(recognise, text, head, match.end, to) : [];
}

/** "interleukins 6 and 18", "FHL types 2 to 5": a plural and its numbers, which name one each. */
function afterPlural(recognise: Recogniser, text: string, match: Match, to: number): Match[] {
  const words = text.slice(match.start, match.end) + (text.startsWith(types, match.end) ? types : ' ');
  const head = `${words.slice(0, -2)} `;
  const start = match.start + words.length;
  const [number = ''] = aNumber.exec(text.slice(start, Math.min(to, start + 8))) ?? [];
  const known = number && wholeForm(recognise, head + number);
  if (!known) return [];
  const end = start + number.length;
  return [{ start: match.start, end, forms: known.forms }, ...numbersAfter(recognise, text, head, end, to)];
}

const types = ' types ';
const mayCount = (text: string, end: number) =>
  text.startsWith(types, end) || (text.startsWith('s ', end - 1) && isDigit(text.charCodeAt(end + 1)));

/** The numbers of a list after its first, from a place on. */
function numbersAfter(recognise: Recogniser, text: string, head: string, from: number, to: number): Match[] {
  const found: Match[] = [];
  let at = from;
  for (let members = 0; members < 6; members += 1) {
    const rest = text.slice(at, Math.min(to, at + 40));
    const [separator] = conjunctionAfter.exec(rest) ?? [];
    if (!separator) break;
    const [number] = aNumber.exec(rest.slice(separator.length)) ?? [];
    if (!number) break;
    // "IL-6, -18": the hyphen belongs to the number.
    const isRange = /^\s*[–—-]\s*$/.test(separator);
    const start = at + separator.length;
    const end = start + number.length;
    if (!number.startsWith('-') && !isRange && !countsNothing.test(text.slice(end, Math.min(to, end + 12)))) break;
    const known = wholeForm(recognise, `${head}${number.replace('-', '')}`);
    if (!known) break;
    found.push({ start, end, forms: known.forms });
    at = end;
  }
  return found;
}

const longestMember = 100;
const endsInNumber = /\d[α-ω]?$/u;

/**
 * The matches of a text together with those that lists imply, in order, without overlaps.
 * @param blockOf gives the block that a place lies in: no list goes beyond it.
 */
export function completeLists(
  recognise: Recogniser,
  text: string,
  matches: readonly Match[],
  blockOf: (place: number) => { start: number; end: number },
): Match[] {
  const implied: Match[] = [];
  for (const match of matches) {
    // Soft hyphens and blanks can make a match as long as a page likes; no list has such a member.
    if (match.end - match.start > longestMember) continue;
    const block = blockOf(match.start);
    if (mayFollow(text, match.start)) implied.push(...before(recognise, text, match, block.start));
    if (isDigit(text.charCodeAt(match.end - 1)) || endsInNumber.test(text.slice(match.end - 2, match.end)))
      implied.push(...after(recognise, text, match, block.end));
    else if (mayCount(text, match.end)) implied.push(...afterPlural(recognise, text, match, block.end));
  }
  return implied.length === 0 ? [...matches] : withImplied(matches, implied);
}

/** The fuller wording wins over what lies within it; what only touches a match, or another wording, is left out. */
function withImplied(matches: readonly Match[], implied: readonly Match[]): Match[] {
  const found: Match[] = [];
  const sorted = implied.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let farthest = 0;
  for (const [index, wide] of sorted.entries()) {
    const isAlone = wide.start >= farthest && (sorted[index + 1]?.start ?? wide.end) >= wide.end;
    farthest = Math.max(farthest, wide.end);
    for (; next < matches.length && (matches[next] as Match).end <= wide.start; next += 1)
      found.push(matches[next] as Match);
    let last = next;
    while (last < matches.length && (matches[last] as Match).start < wide.end) last += 1;
    if (!isAlone || !matches.slice(next, last).every((match) => yields(wide, match))) continue;
    found.push(wide);
    next = last;
  }
  return found.concat(matches.slice(next));
}

/** What names a term by itself keeps it: "EBV and CMV PCR". An ordinary word does not: "acquired or familial HLH". */
const yields = (wide: Match, match: Match) =>
  covers(wide, match) &&
  (wide.end - wide.start > match.end - match.start || match.forms.every(({ everyday }) => everyday));
const covers = (wide: Match, match: Match) => wide.start <= match.start && wide.end >= match.end;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Whether a conjunction may end here, by the few characters before: cheap, because it is asked of every match. */
function mayFollow(text: string, start: number): boolean {
  const last = text[start - 1];
  if (last !== ' ' && last !== ',' && last !== '/' && last !== '&' && last !== '\u00a0') return false;
  const near = text.slice(Math.max(0, start - 28), start);
  return /[,/&]\s*$|\b(?:and|or)\s+(?:\p{L}+\s+)?$/iu.test(near);
}

/** What the letters around an abbreviation say before any meaning is weighed: an address, a title, initials, a headline. */

/** States and territories of the United States, as addresses write them. */
const states = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  ),
);

const titles =
  'MD|M\\.D\\.|DO|PhD|Ph\\.D\\.|RN|NP|PA-C|MPH|MSc|BSc|MA|MBBS|MBChB|MRCP|FRCP|FRCPCH|FRCPath|FACP|FACS|FAAP|FRCS|FRCPC|DPhil|DSc|OBE|CBE|Jr\\.?|PharmD|MBA|LLM|LLB';

/** A word in small letters, as nearly always: then nothing that costs more need be asked. */
const ordinaryBefore = /(?:^|\s)[a-z]+\s+$/;

/** "Ms B. Walsh, " before an office or a degree. */
const namedPerson =
  /(?:^|[^\p{L}])(?:Ms|Mrs?|Miss|Mx|Dr|Prof|Sister|Nurse)\.?\s+(?:\p{Lu}[\p{L}.'’-]*\s+){0,3}\p{Lu}[\p{L}'’-]+,\s+$/u;

const afterTitle = new RegExp(`(?:^|[^\\p{L}])(?:${titles}),?\\s+$`, 'u');
const beforeTitle = new RegExp(`^,\\s*(?:${titles})(?![\\p{L}\\p{N}])`, 'u');

/** AST, IST; PT, CT. */
const timeZone = /^(?:[A-Z]{1,2}S|[ACEMP])T$/;

type Shape = (before: string, word: string, after: string) => boolean;

const shapes: readonly Shape[] = [
  function isInAddress(before, word, after) {
    if (!states.has(word)) return false;
    if (/^,?\s+\d{5}(?:-\d{4})?\b/.test(after)) return true;
    // "Peoria, IL, was", "in Springfield, IL." but not "ferritin, CT and MRI".
    return (
      /(?:^|[^\p{L}])(?:\p{Lu}\p{Ll}+|\p{Lu}{4,}),\s+$/u.test(before) &&
      /^\s*(?:[.;:)–—]|,(?!\s*(?:and|or)\b)|$)/.test(after)
    );
  },
  function followsTitle(before, _word, after) {
    return (
      !ordinaryBefore.test(before) &&
      (afterTitle.test(before) ||
        namedPerson.test(before) ||
        (/\p{Lu}\p{Ll}+,?\s+$/u.test(before) && beforeTitle.test(after)))
    );
  },
  function isOffice(before, _word, after) {
    // "our new CNS, Jane Price, starts"
    if (after.startsWith(', ') && /^, \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:[,.)]|$)/u.test(after)) return true;
    // A letter signed "T. Amadi, immunology CNS".
    return after === '' && /(?:\p{Lu}\.|\p{Lu}\p{Ll}+) \p{Lu}[\p{L}'’-]+, (?:\p{L}+ ){1,3}$/u.test(before);
  },
  function isInitials(before, word, after) {
    return (
      // "Lin WT, Vesterby L."
      (/^\p{Lu}{1,3}$/u.test(word) &&
        /\p{Lu}\p{Ll}+\s+$/u.test(before) &&
        /^,\s+\p{Lu}[\p{L}'’-]+\s+\p{Lu}{1,2}(?!\p{L})/u.test(after)) ||
      /\b(?:checked|signed|typed|entered|dictated|drawn|authori[sz]ed|verified|witnessed|phoned|countersigned|initials|scribe|bled)(?: by)?\s*[:=]?\s*$/i.test(
        before,
      ) ||
      (/\.\s*$/.test(before) && /(?:^|\s)\p{Lu}\.\s*$/u.test(before)) ||
      (after.startsWith('.') && /^\.\s?\p{Lu}\.(?!\p{L})/u.test(after))
    );
  },
  function isRoad(before, _word, after) {
    return (
      /\b(?:route|highway|hwy|interstate|road|exit|junction|rte)\.?\s+$/i.test(before) ||
      /^[\s-]\d+\s+(?:north|south|east|west|highway|exit)\b/i.test(after)
    );
  },
  function isRomanNumber(before, word) {
    // "stage IV", "levels II–IV", "Henry IV".
    return (
      word === 'IV' &&
      /(?:\b(?:stage|grade|type|class|phase|level|volume|part|chapter|article|section|act|title|schedule|exhibit|mark|table|henry|george|william|edward)s?\s+|\b[IVX]+(?:\s?[,–/-]\s?| (?:and|or|to) ))$/i.test(
        before,
      )
    );
  },
  function isTimeZone(before, word) {
    return timeZone.test(word) && /\d{1,2}[:.]\d{2}\s+$|\d\s?[ap]\.?m\.?\s+$/i.test(before);
  },
  function isPartOfName(_before, _word, after) {
    return /^(?:,? (?:Inc|Ltd|LLC|GmbH|plc|Corp|Holdings|PLC|Group plc)\b|\.(?:com|org|net|exe|io|js|py)\b|\(\)|::|=)/.test(
      after,
    );
  },
  function isFollowedByNoun(before, word) {
    // A path, a tag, a variable.
    return /[\\<$@]$/.test(before) || (/[/]$/.test(before) && /\w\/\w*\/$/.test(before) && word.length < 3);
  },
];

/** Whether an abbreviation is something else by its shape: part of an address, a title, somebody's initials. */
export function isElsewhereByShape(text: string, start: number, end: number, from: number, to: number): boolean {
  const before = text.slice(Math.max(from, start - 40), start);
  const after = text.slice(end, Math.min(to, end + 32));
  const word = text.slice(start, end);
  return shapes.some((shape) => shape(before, word, after));
}

/** Whether an underscore joins a word to another, as in the name of a member or of a file: `new_marrow_2018`. */
export const isPartOfHandle = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '_' || text[end] === '_';

/** Whether a word ends in the midst of a number that stands beside it: the IgG 1 of "IgG 1.1 g/L". */
export const endsWithinNumber = (text: string, start: number, end: number): boolean =>
  /^[.,]\d/.test(text.slice(end, end + 2)) && /\s\d+$/.test(text.slice(start, end));

const capitals = /^\p{Lu}[\p{Lu}'’-]*$/u;
/** Short words that stand in capitals only where everything does. */
const little = new Set(
  'OF OR IN ON IF TO AT BY AS IS IT BE AND THE FOR YOU ARE NOT ANY OUR MAY ONE DO WAS PARA DE LA EL'.split(' '),
);

/** Whether a word stands in a run of capitals, as headlines and legal notices do: its neighbours are such words too. */
export function isInCapitals(text: string, start: number, end: number, from: number, to: number): boolean {
  const before = /([\p{L}'’-]+)[^\p{L}.;:!?]{1,3}$/u.exec(text.slice(Math.max(from, start - 24), start))?.[1] ?? '';
  const after = /^[^\p{L}.;:!?]{1,3}([\p{L}'’-]+)/u.exec(text.slice(end, Math.min(to, end + 24)))?.[1] ?? '';
  return [before, after].some((word) => capitals.test(word) && (word.length >= 4 || little.has(word)));
}

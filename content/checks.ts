/** What must hold between the entries of the knowledge: each check looks at all files and names what is wrong. */
import { firstSentence } from './first-sentence.ts';
import { fold } from './fold.ts';
import { spellings } from './forms.ts';
import { asTerm } from './glossary.ts';
import type { Around, GroupFile, Source, TermEntry } from './schema.ts';

type Files = {
  groups: ReadonlyMap<string, GroupFile>;
  sources: Readonly<Record<string, Source>>;
  around?: Around | undefined;
};
type Finding = { file: string; path: readonly (string | number)[]; message: string };
type Check = (files: Files) => Finding[];

const sourcesFile = 'sources.yaml';
const aroundFile = 'around.yaml';
const mostFirstWords = 20;

type Place = { file: string; entry: TermEntry; path: (string | number)[] };

const entries = ({ groups }: Files): Place[] =>
  [...groups].flatMap(([file, group]) => group.terms.map((entry, index) => ({ file, entry, path: ['terms', index] })));

/** A check that looks at one entry at a time. */
const ofEntry =
  (look: (entry: TermEntry, files: Files) => { path: (string | number)[]; message: string }[]): Check =>
  (files) =>
    entries(files).flatMap(({ file, entry, path }) =>
      look(entry, files).map((found) => ({
        file,
        path: [...path, ...found.path],
        message: `${entry.id}: ${found.message}`,
      })),
    );

/** A form that a term claims: in any case, or in one case only. */
type Owned = { owner: string; exact: string | undefined };

const collide = (a: Owned, b: Owned) => a.exact === undefined || b.exact === undefined || a.exact === b.exact;

const writtenForms = (entry: TermEntry) => asTerm(entry, '').forms;

const prose = ['plain', 'hlh', 'more'] as const;

const banned: readonly (readonly [RegExp, string])[] = [
  [/!/, 'an exclamation mark'],
  [/\?/, 'a question'],
  [/—| – /, 'a dash between phrases'],
  [/important to note/i, '“important to note”'],
  [/\bsimply\b/i, '“simply”'],
  [/\byour child\b/i, '“your child”: say a child with HLH'],
  [/\byou (?:should|must|need)\b/i, 'advice'],
  [/\d\s*(?:mg|µg|g|mL)\s*\/\s*(?:kg|m2|m²)/i, 'a dose'],
];

const wordCount = (text: string) => text.trim().split(/\s+/).length;

export const checks: readonly Check[] = [
  function idsAreUnique(files) {
    const seen = new Map<string, string>();
    return entries(files).flatMap(({ file, entry, path }) => {
      const before = seen.get(entry.id);
      seen.set(entry.id, file);
      return before ? [{ file, path: [...path, 'id'], message: `${entry.id}: this id is taken in ${before}` }] : [];
    });
  },

  function linksResolve(files) {
    const known = new Set(entries(files).map(({ entry }) => entry.id));
    return ofEntry((entry) =>
      entry.related.flatMap((id, index) => {
        if (id === entry.id) return [{ path: ['related', index], message: 'is related to itself' }];
        return known.has(id) ? [] : [{ path: ['related', index], message: `related term ${id} does not exist` }];
      }),
    )(files);
  },

  function sourcesExist(files) {
    return ofEntry((entry, { sources }) =>
      [
        ...entry.sources.map((key, index) => ({ key, path: ['sources', index] })),
        ...entry.figures.map(({ source }, index) => ({ key: source, path: ['figures', index, 'source'] })),
      ]
        .filter(({ key }) => !Object.hasOwn(sources, key))
        .map(({ key, path }) => ({ path, message: `source ${key} is not in ${sourcesFile}` })),
    )(files);
  },

  function sourcesAreUsed(files) {
    const used = new Set(
      entries(files).flatMap(({ entry }) => [...entry.sources, ...entry.figures.map(({ source }) => source)]),
    );
    return Object.keys(files.sources)
      .filter((key) => !used.has(key))
      .map((key) => ({ file: sourcesFile, path: [key], message: `source ${key} is used by no entry` }));
  },

  function wordsTellOneSubject({ around }) {
    if (!around) return [];
    const { health, ...others } = around;
    const lists: [string[], string[]][] = [
      [['health', 'clinical'], health.clinical],
      [['health', 'setting'], health.setting],
      [['health', 'words'], health.words],
      ...Object.entries(others).map(([subject, words]): [string[], string[]] => [[subject], words]),
    ];
    const seen = new Map<string, string>();
    return lists.flatMap(([path, words]) =>
      words.flatMap((word, index) => {
        const before = seen.get(fold(word));
        seen.set(fold(word), path[0] as string);
        return before
          ? [{ file: aroundFile, path: [...path, index], message: `“${word}” already stands under ${before}` }]
          : [];
      }),
    );
  },

  function healthNamesWhatIsThere(files) {
    if (!files.around) return [];
    const { groups, terms } = files.around.health;
    const ids = new Set(entries(files).map(({ entry }) => entry.id));
    const missing = (kind: string, list: readonly string[], isThere: (name: string) => boolean) =>
      list.flatMap((name, index) =>
        isThere(name)
          ? []
          : [{ file: aroundFile, path: ['health', `${kind}s`, index], message: `there is no ${kind} ${name}` }],
      );
    return [
      ...missing('group', groups, (group) => files.groups.has(`${group}.yaml`)),
      ...missing('term', terms, (id) => ids.has(id)),
    ];
  },

  function figuresAreSourced(files) {
    return ofEntry((entry) =>
      entry.figures
        .map(({ source }, index) => ({ source, index }))
        .filter(({ source }) => source !== 'own' && !entry.sources.includes(source))
        .map(({ source, index }) => ({
          path: ['figures', index],
          message: `the figure's source ${source} is missing from the entry's sources`,
        })),
    )(files);
  },

  function formsHaveOneOwner(files) {
    const owners = new Map<string, Owned[]>();
    return entries(files).flatMap(({ file, entry, path }) => {
      const clashes = new Map<string, string>();
      for (const form of writtenForms(entry)) {
        for (const text of spellings(form)) {
          const claim: Owned = { owner: entry.id, exact: form.exact ? text : undefined };
          const claimed = owners.get(fold(text)) ?? [];
          const clash = claimed.find((other) => other.owner !== entry.id && collide(claim, other));
          if (clash && !clashes.has(clash.owner)) clashes.set(clash.owner, text);
          owners.set(fold(text), [...claimed, claim]);
        }
      }
      return [...clashes].map(([owner, text]) => ({
        file,
        path: [...path, 'forms'],
        message: `${entry.id}: the form “${text}” belongs to ${owner}`,
      }));
    });
  },

  ofEntry((entry) =>
    entry.also
      .filter((name) => !writtenForms(entry).some(({ form }) => form === name))
      .map((name) => ({ path: ['also'], message: `“${name}” is not one of the forms` })),
  ),

  ofEntry((entry) => {
    const length = wordCount(firstSentence(entry.plain));
    return length > mostFirstWords
      ? [{ path: ['plain'], message: `the first sentence has ${length} words, at most ${mostFirstWords}` }]
      : [];
  }),

  ofEntry((entry) =>
    prose.flatMap((field) =>
      banned
        .filter(([pattern]) => pattern.test(entry[field] ?? ''))
        .map(([, what]) => ({ path: [field], message: `${field} has ${what}` })),
    ),
  ),

  ofEntry((entry) =>
    entry.lab &&
    entry.lab.hlh !== 'varies' &&
    !new RegExp(`\\b(?:${directions[entry.lab.hlh]})`, 'i').test(entry.hlh ?? '')
      ? [{ path: ['hlh'], message: `hlh does not say the direction (${entry.lab.hlh})` }]
      : [],
  ),
];

/** The words in which a text may say that a laboratory value is high or low. */
const directions = {
  high: 'high|higher|rais|rise|rises|rising|elevated|above|increase',
  low: 'low|lower|falls?|fell|drop|below|too few|decrease',
};

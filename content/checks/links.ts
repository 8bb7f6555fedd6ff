/** Ids, links and sources: all that an entry names is there, and all that is there is named. */
import type { TermEntry } from '../schema.ts';
import { type Check, entriesOf, ofEntry, partsFile, sourcesFile } from './check.ts';

/** Every term that an entry leads to, with its place. */
const linksOf = (entry: TermEntry): { id: string; path: (string | number)[] }[] => [
  ...entry.related.map((id, index) => ({ id, path: ['related', index] })),
  ...entry.unlike.flatMap((other, index) => ('term' in other ? [{ id: other.term, path: ['unlike', index] }] : [])),
  ...(entry.criteria?.items ?? []).map(({ term }, index) => ({ id: term, path: ['criteria', 'items', index] })),
];

/** Every source that an entry names, with its place. */
const sourcesOf = (entry: TermEntry): { key: string; path: (string | number)[] }[] => [
  ...entry.sources.map((key, index) => ({ key, path: ['sources', index] })),
  ...citedIn(entry),
];

/** The sources of an entry's figures. */
const citedIn = ({ figures, lab, criteria }: TermEntry): { key: string; path: (string | number)[] }[] => [
  ...figures.map(({ source }, index) => ({ key: source, path: ['figures', index, 'source'] })),
  ...(lab?.usual ?? []).map(({ source }, index) => ({ key: source, path: ['lab', 'usual', index, 'source'] })),
  ...(criteria ? [{ key: criteria.source, path: ['criteria', 'source'] }] : []),
];

export const linkChecks: readonly Check[] = [
  function idsAreUnique(files) {
    const seen = new Map<string, string>();
    return entriesOf(files).flatMap(({ file, entry, path }) => {
      const before = seen.get(entry.id);
      seen.set(entry.id, file);
      return before ? [{ file, path: [...path, 'id'], message: `${entry.id}: this id is taken in ${before}` }] : [];
    });
  },

  function linksResolve(files) {
    const known = new Set(entriesOf(files).map(({ entry }) => entry.id));
    return ofEntry((entry) =>
      linksOf(entry).flatMap(({ id, path }) => {
        if (id === entry.id) return [{ path, message: `${path[0]} names the term itself` }];
        return known.has(id) ? [] : [{ path, message: `${path[0]} names ${id}, which does not exist` }];
      }),
    )(files);
  },

  function everyTermIsLedTo(files) {
    const led = new Set(entriesOf(files).flatMap(({ entry }) => linksOf(entry).map(({ id }) => id)));
    return ofEntry(({ id }) => (led.has(id) ? [] : [{ path: ['id'], message: 'no other term leads here' }]))(files);
  },

  ofEntry((entry, { sources }) =>
    sourcesOf(entry)
      .filter(({ key }) => !Object.hasOwn(sources, key))
      .map(({ key, path }) => ({ path, message: `source ${key} is not in ${sourcesFile}` })),
  ),

  function sourcesAreUsed(files) {
    const used = new Set(entriesOf(files).flatMap(({ entry }) => sourcesOf(entry).map(({ key }) => key)));
    return Object.keys(files.sources)
      .filter((key) => !used.has(key))
      .map((key) => ({ file: sourcesFile, path: [key], message: `source ${key} is used by no entry` }));
  },

  ofEntry((entry) =>
    citedIn(entry)
      .filter(({ key }) => key !== 'own' && !entry.sources.includes(key))
      .map(({ key, path }) => ({ path, message: `the figure's source ${key} is missing from the entry's sources` })),
  ),

  ofEntry((entry, { parts }) =>
    entry.parts.flatMap((id, index) => {
      const part = parts[id];
      if (!part) return [{ path: ['parts', index], message: `${partsFile} has no part ${id}` }];
      const written = [part.part.replaceAll('-', ''), ...part.also];
      const names = [entry.name, ...entry.also].map((name) => name.toLowerCase());
      return names.some((name) => written.some((letters) => name.includes(letters)))
        ? []
        : [{ path: ['parts', index], message: `${part.part} is not in its name` }];
    }),
  ),

  function partsAreUsed(files) {
    const used = new Set(entriesOf(files).flatMap(({ entry }) => entry.parts));
    return Object.keys(files.parts)
      .filter((id) => !used.has(id))
      .map((id) => ({ file: partsFile, path: [id], message: `no term has the part ${id}` }));
  },

  ofEntry(({ picture }, { pictures }) =>
    picture && !Object.hasOwn(pictures, picture)
      ? [{ path: ['picture'], message: `there is no picture ${picture}` }]
      : [],
  ),

  function picturesAreUsed(files) {
    const used = new Set(entriesOf(files).map(({ entry }) => entry.picture));
    return Object.keys(files.pictures)
      .filter((id) => !used.has(id))
      .map((id) => ({ file: `pictures/${id}.svg`, path: [], message: 'no term has this picture' }));
  },
];

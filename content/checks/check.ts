/** What a check is: it looks at all knowledge files together, and names what is wrong. */
import type { Picture } from '../pictures.ts';
import type { Around, GroupFile, Parts, Source, TermEntry } from '../schema.ts';

export type Files = {
  groups: ReadonlyMap<string, GroupFile>;
  sources: Readonly<Record<string, Source>>;
  parts: Parts;
  around?: Around | undefined;
  plainWords: readonly string[];
  pictures: Readonly<Record<string, Picture>>;
};
export type Path = readonly (string | number)[];
type Finding = { file: string; path: Path; message: string };
export type Check = (files: Files) => Finding[];

export const sourcesFile = 'sources.yaml';
export const aroundFile = 'around.yaml';
export const partsFile = 'parts.yaml';
export const plainWordsFile = 'plain-words.yaml';

type Place = { file: string; group: GroupFile; entry: TermEntry; path: Path };

export const entriesOf = ({ groups }: Files): Place[] =>
  [...groups].flatMap(([file, group]) =>
    group.terms.map((entry, index) => ({ file, group, entry, path: ['terms', index] })),
  );

/** A check that looks at one entry at a time. */
export const ofEntry =
  (look: (entry: TermEntry, files: Files, group: GroupFile) => { path: Path; message: string }[]): Check =>
  (files) =>
    entriesOf(files).flatMap(({ file, group, entry, path }) =>
      look(entry, files, group).map((found) => ({
        file,
        path: [...path, ...found.path],
        message: `${entry.id}: ${found.message}`,
      })),
    );

/** The words that tell what a text is about. */
import { fold } from '../fold.ts';
import { aroundFile, type Check, entriesOf } from './check.ts';

export const aroundChecks: readonly Check[] = [
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
    const ids = new Set(entriesOf(files).map(({ entry }) => entry.id));
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
];

/** Forms: each has one owner in one sense. */
import { fold } from '../fold.ts';
import { spellings } from '../forms.ts';
import { asTerm } from '../glossary.ts';
import type { TermEntry } from '../schema.ts';
import { type Check, entriesOf, ofEntry } from './check.ts';

/** A form that a term claims: in any case, or in one case only; for certain, or where its cues say so. */
type Owned = { owner: string; exact: string | undefined; cues: ReadonlySet<string> };

const areToldApart = (a: Owned, b: Owned) => a.cues.size > 0 && b.cues.size > 0 && a.cues.isDisjointFrom(b.cues);

const collide = (a: Owned, b: Owned) =>
  (a.exact === undefined || b.exact === undefined || a.exact === b.exact) && !areToldApart(a, b);

const writtenForms = (entry: TermEntry) => asTerm(entry, '').forms;

export const formChecks: readonly Check[] = [
  function sensesHaveOneOwner(files) {
    const owners = new Map<string, Owned[]>();
    return entriesOf(files).flatMap(({ file, entry, path }) => {
      const clashes = new Map<string, string>();
      for (const form of writtenForms(entry)) {
        for (const text of spellings(form)) {
          const claim: Owned = {
            owner: entry.id,
            exact: form.exact ? text : undefined,
            cues: new Set(form.ambiguous?.cues?.map(fold)),
          };
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
];

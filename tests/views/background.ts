/** A background that views can talk to in tests: it answers as told and remembers what it was asked. */
import type { TermLink } from '../../content/glossary.ts';
import type { PageState, PageTerm, Send, ToBackground } from '../../content/messages.ts';
import { defaults, isOn, know, type Settings } from '../../content/settings.ts';

export type Background = {
  send: Send<ToBackground>;
  settings: Settings;
  pageTerms: PageTerm[];
  /** The terms of the glossary. */
  names: TermLink[];
  pending: string;
  problem?: string;
  /** Why changes are refused, when they are. */
  refuses?: string;
  /** Messages that nobody answers. */
  deaf: Set<keyof ToBackground>;
  asked: [keyof ToBackground, unknown][];
};

export function createBackground(site: string | undefined, settings: Partial<Settings> = {}): Background {
  const state = (): PageState => ({
    settings: background.settings,
    on: site !== undefined && isOn(background.settings, site),
    ...(site !== undefined && { site }),
    ...(background.problem !== undefined && { problem: background.problem }),
  });
  const answers: { [K in keyof ToBackground]?: (parameters: never) => unknown } = {
    state,
    change(change: Partial<Settings>) {
      if (background.refuses !== undefined) throw new Error(background.refuses);
      background.settings = { ...background.settings, ...change };
      return state();
    },
    know({ id, known }: { id: string; known: boolean }) {
      if (background.refuses !== undefined) throw new Error(background.refuses);
      background.settings = { ...background.settings, ...know(background.settings, id, known) };
      return true;
    },
    names: ({ ids }: { ids: string[] }) => ids.flatMap((id) => background.names.filter((term) => term.id === id)),
    pageTerms: () => background.pageTerms,
    pending: () => background.pending,
    showOnPage: () => null,
  };
  const background: Background = {
    settings: { ...defaults, ...settings },
    pageTerms: [],
    names: [],
    pending: '',
    deaf: new Set(),
    asked: [],
    send: async (name, ...[parameters]) => {
      background.asked.push([name, parameters]);
      if (background.deaf.has(name)) throw new Error(`${name}: nobody answered`);
      return answers[name]?.(parameters as never) as never;
    },
  };
  return background;
}

/** The reader's settings: type, defaults, reading of what was stored, and the rule for a site. */
import * as v from 'valibot';
import { isId } from './ids.ts';

/** One line of a list of sites: a host, with or without everything below it. */
const ruleSchema = v.object({ host: v.pipe(v.string(), v.nonEmpty()), subdomains: v.boolean() });

const fields = {
  /** `except`: every site except those in `off`. `only`: only the sites in `on`. */
  mode: v.picklist(['except', 'only']),
  off: v.array(ruleSchema),
  on: v.array(ruleSchema),
  /** Nothing runs anywhere. */
  paused: v.boolean(),
  /** How marks look. */
  look: v.picklist(['underline', 'tint']),
  /** Of a word that stands somewhere several times, what is marked: all, the first of each section, or of the page. */
  occurrences: v.picklist(['every', 'section', 'page']),
  /** Where it is in doubt what a word means: `careful` leaves it unmarked, `generous` marks more. */
  sure: v.picklist(['careful', 'generous']),
  /** Ids of the terms that the reader knows: not marked until they are brought back. */
  known: v.pipe(
    v.array(v.pipe(v.string(), v.check(isId))),
    v.check((ids) => new Set(ids).size === ids.length),
  ),
};

const settingsSchema = v.object(fields);
export type Rule = v.InferOutput<typeof ruleSchema>;
export type Settings = v.InferOutput<typeof settingsSchema>;
export type Look = Settings['look'];
export type Occurrences = Settings['occurrences'];
export type Sure = Settings['sure'];

/** What the page script follows, beyond whether it runs: how words are marked, and which. */
export type Marking = Pick<Settings, 'look' | 'occurrences' | 'sure' | 'known'>;

/** Raised when the meaning of a stored field changes. */
export const settingsVersion = 1;

export const defaults: Settings = {
  mode: 'except',
  off: [],
  on: [],
  paused: false,
  look: 'underline',
  occurrences: 'section',
  sure: 'careful',
  known: [],
};

/** What was read from storage: usable settings, and whatever could not be used, to be kept aside. */
export type Read = { settings: Settings; aside: Record<string, unknown> };

/**
 * Reads stored settings. Each valid field is kept, and of a list each valid item; what is broken falls back to its
 * default and is handed back in `aside`, as are the fields of a newer version: nothing that was stored is lost.
 */
export function readSettings(stored: unknown): Read {
  if (stored === undefined || stored === null) return { settings: defaults, aside: {} };
  if (typeof stored !== 'object' || Array.isArray(stored)) return { settings: defaults, aside: { stored } };
  const usable = new Map<string, unknown>(Object.entries(defaults));
  const aside = new Map<string, unknown>();
  for (const [key, value] of Object.entries(stored)) {
    if (key === 'version' && value === settingsVersion) continue;
    const schema = Object.hasOwn(fields, key) ? fields[key as keyof typeof fields] : undefined;
    const items = schema?.type === 'array' && Array.isArray(value) ? { list: value, schema: schema.item } : undefined;
    // An id that stands there twice is the same id.
    const good = items ? [...new Set(items.list.filter((item) => v.is(items.schema, item)))] : value;
    if (schema && v.is(schema, good)) usable.set(key, good);
    else aside.set(key, value);
    const bad = items?.list.filter((item) => !v.is(items.schema, item)) ?? [];
    if (bad.length > 0) aside.set(key, bad);
  }
  return { settings: Object.fromEntries(usable) as Settings, aside: Object.fromEntries(aside) };
}

/** True when a change names only fields of the settings, with values they can take. */
export const isChange = (value: unknown): value is Partial<Settings> =>
  v.is(v.strictObject(v.entriesFromObjects([v.partial(settingsSchema)])), value);

/** The page script's part of the settings. */
export const markingOf = ({ look, occurrences, sure, known }: Settings): Marking => ({
  look,
  occurrences,
  sure,
  known,
});

/** The change that puts a term among those the reader knows, or brings it back. */
export const know = (settings: Settings, id: string, known: boolean): Partial<Settings> => {
  const others = settings.known.filter((other) => other !== id);
  return { known: known ? [...others, id] : others };
};

/** The name that rules know a local file's "site" by. */
export const localFiles = 'file:';

/** The site that an address belongs to: its host, `file:` for a local file, none for anything else. */
export function siteOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'file:') return localFiles;
  return /^https?:$/.test(protocol) ? hostname.replace(/\.$/, '') : undefined;
}

const covers = (rule: Rule, site: string) => rule.host === site || (rule.subdomains && site.endsWith(`.${rule.host}`));

/** Whether Bedside runs on a site. */
export function isOn(settings: Settings, site: string): boolean {
  if (settings.paused) return false;
  return settings.mode === 'except'
    ? !settings.off.some((rule) => covers(rule, site))
    : settings.on.some((rule) => covers(rule, site));
}

/** Whether Bedside runs in a frame: it and every frame around it must be on a site that is on. */
export const isOnInAll = (settings: Settings, sites: readonly string[]): boolean =>
  sites.length > 0 && sites.every((site) => isOn(settings, site));

/** The change that turns a site on or off, by adding a rule or taking away those that say otherwise. */
export function switchSite(settings: Settings, site: string, on: boolean): Partial<Settings> {
  const list = settings.mode === 'except' ? 'off' : 'on';
  const listed = settings.mode === 'except' ? !on : on;
  const others = settings[list].filter((rule) => !covers(rule, site));
  if (!listed) return { [list]: others };
  const isCovered = others.length < settings[list].length;
  return { [list]: isCovered ? settings[list] : [...settings[list], { host: site, subdomains: true }] };
}

/** Names parted by single dots, or an IPv6 address in brackets; or the name of local files. */
const isHost = /^(?:[a-z\d_-]+(?:\.[a-z\d_-]+)*|\[[\da-f:.]+\]|file:)$/;

/** A typed line (`example.org`, `https://www.example.org/x`) as a rule; nothing where it names no host. */
export function readRule(typed: string, subdomains = true): Rule | undefined {
  const text = typed.trim().replace(/^\*\./, '');
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (text === localFiles) return { host: localFiles, subdomains };
  const host = text === '' ? undefined : siteOf(address);
  return host && isHost.test(host) ? { host, subdomains } : undefined;
}

/** Match patterns of the browser for a list of rules. */
export const patterns = (rules: readonly Rule[]): string[] =>
  rules.map(({ host, subdomains }) =>
    host === localFiles ? 'file:///*' : `*://${subdomains && !isAddress(host) ? '*.' : ''}${host}/*`,
  );

/** An IP address has nothing below it. */
const isAddress = (host: string) => /^[\d.]+$|^\[/.test(host);

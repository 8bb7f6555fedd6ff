/** The one owner of the stored settings. Writes are made one after another; a refused write changes nothing. */
import { storage } from '@wxt-dev/storage';
import { readSettings, type Settings, settingsVersion } from '../../content/settings.ts';
import { createTurns } from './in-turn.ts';

const settingsKey = 'local:settings';
/** What could not be used when it was read, newest last, so that nothing stored is ever lost. */
const asideKey = 'local:aside';

/** A change, or the way to it from the settings that hold when its turn comes. */
type Change = Partial<Settings> | ((settings: Settings) => Partial<Settings>);

export type SettingsStore = {
  /** @throws when the browser's storage cannot be read. */
  read(): Promise<Settings>;
  /** @throws when the browser's storage refuses; the stored settings are then as they were. */
  change(change: Change): Promise<Settings>;
};

export function createSettingsStore(area: Pick<typeof storage, 'getItem' | 'setItem'> = storage): SettingsStore {
  const inTurn = createTurns();

  async function read(): Promise<Settings> {
    return readSettings(await area.getItem(settingsKey)).settings;
  }

  async function write(change: Change): Promise<Settings> {
    const { settings, aside } = readSettings(await area.getItem(settingsKey));
    const changed = { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
    if (Object.keys(aside).length > 0) {
      const kept = (await area.getItem<unknown[]>(asideKey)) ?? [];
      await area.setItem(asideKey, [...kept, aside]);
    }
    await area.setItem(settingsKey, { version: settingsVersion, ...changed });
    return changed;
  }

  return { read, change: (change) => inTurn(() => write(change)) };
}

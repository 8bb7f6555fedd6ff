/** The store of the settings: changes that cross lose nothing, a refused one leaves the rest. */
import { describe, expect, test } from 'vitest';
import { defaults, know } from '../../content/settings.ts';
import { createSettingsStore } from '../../entrypoints/background/settings-store.ts';

/** A storage area that takes its time, and refuses as told. */
function createArea(stored: Record<string, unknown> = {}) {
  const area = {
    stored,
    refuses: false,
    async getItem(key: string) {
      await new Promise(setImmediate);
      return structuredClone(area.stored[key] ?? null);
    },
    async setItem(key: string, value: unknown) {
      await new Promise(setImmediate);
      if (area.refuses) throw new Error('the disk is full');
      area.stored[key] = structuredClone(value);
    },
  };
  return { area, store: createSettingsStore(area as unknown as Parameters<typeof createSettingsStore>[0]) };
}

describe('changes', () => {
  test('of known terms that are asked for at once are all kept', async () => {
    const { store } = createArea();
    const ids = ['fever', 'ferritin', 'spleen', 'fever'];
    await Promise.all(ids.map((id) => store.change((settings) => know(settings, id, true))));
    expect((await store.read()).known).toEqual(['ferritin', 'spleen', 'fever']);
  });

  test('of different fields that are asked for at once are all kept', async () => {
    const { store } = createArea();
    const known = store.change((settings) => know(settings, 'fever', true));
    await Promise.all([known, store.change({ sure: 'generous' }), store.change({ occurrences: 'page' })]);
    expect(await store.read()).toEqual({ ...defaults, known: ['fever'], sure: 'generous', occurrences: 'page' });
  });

  test('go on after one that was refused, from what holds then', async () => {
    const { area, store } = createArea();
    await store.change({ known: ['fever'] });
    area.refuses = true;
    await expect(store.change((settings) => know(settings, 'spleen', true))).rejects.toThrow('the disk is full');
    area.refuses = false;
    await store.change((settings) => know(settings, 'ferritin', true));
    expect((await store.read()).known).toEqual(['fever', 'ferritin']);
  });

  test('keep aside what could not be used', async () => {
    const { area, store } = createArea({ 'local:settings': { known: ['fever', 'Not an id'], sure: 'very' } });
    await store.change((settings) => know(settings, 'ferritin', true));
    expect((await store.read()).known).toEqual(['fever', 'ferritin']);
    expect(area.stored['local:aside']).toEqual([{ known: ['Not an id'], sure: 'very' }]);
  });
});

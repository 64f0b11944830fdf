import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** As a page that is loaded anew. */
async function load() {
  vi.resetModules();
  return import('./kept-choices');
}

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

beforeEach(() => void vi.stubGlobal('window', { localStorage: storage() }));
afterEach(() => vi.unstubAllGlobals());

test('is on until it is turned off, and that is remembered, each for itself', async () => {
  const { singleKeys } = await load();
  expect(singleKeys.isOn()).toBe(true);
  singleKeys.turn(false);
  expect(singleKeys.isOn()).toBe(false);

  const later = await load();
  expect(later.singleKeys.isOn()).toBe(false);
  expect(later.waitingSound.isOn()).toBe(true);
  later.singleKeys.turn(true);
  expect((await load()).singleKeys.isOn()).toBe(true);
});

test('holds as long as the page where nothing may be kept', async () => {
  vi.stubGlobal('window', {
    get localStorage(): never {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  const { singleKeys } = await load();
  singleKeys.turn(false);
  expect(singleKeys.isOn()).toBe(false);
});

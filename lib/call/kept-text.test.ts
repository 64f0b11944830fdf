import { afterEach, expect, it, vi } from 'vitest';
import { keptText } from './kept-text';

afterEach(() => vi.unstubAllGlobals());

it('is what was kept last, under its own key and no other, until it is forgotten', () => {
  const stored = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  };
  vi.stubGlobal('window', { sessionStorage });
  const [one, other] = [keptText('sessionStorage', 'one'), keptText('sessionStorage', 'other')];
  one.keep('first');
  one.keep('');
  expect([one.read(), other.read()]).toEqual(['', null]);
  one.keep(null);
  expect(one.read()).toBeNull();
});

it('is nothing where storage is forbidden, and on the server', () => {
  const forbidden = {
    get localStorage(): never {
      throw new DOMException('denied', 'SecurityError');
    },
  };
  for (const window of [forbidden, undefined]) {
    vi.stubGlobal('window', window);
    const kept = keptText('localStorage', 'key');
    kept.keep('text');
    expect(kept.read()).toBeNull();
  }
});

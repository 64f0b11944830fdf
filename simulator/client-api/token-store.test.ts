import { describe, expect, test } from 'vitest';
import { TokenStore } from './token-store';

const valid = { state: 'valid', participantUuid: 'p', conferenceId: 'c' };

describe('tokens', () => {
  test('hold for their lifetime and not a moment longer', () => {
    const store = new TokenStore(120_000);
    const token = store.issue('p', 'c', 0);
    expect(store.check(token, 119_999)).toEqual(valid);
    expect(store.check(token, 120_000)).toEqual({ state: 'unknown' });
    expect(store.expired(119_999)).toEqual([]);
    expect(store.expired(120_000)).toMatchObject([{ participantUuid: 'p' }]);
  });
  test('a refresh starts the lifetime anew, with a new token', () => {
    const store = new TokenStore(120_000);
    const first = store.issue('p', 'c', 0);
    const second = store.refresh('p', 100_000);
    expect(second).not.toBe(first);
    expect(store.check(second, 219_999)).toEqual(valid);
    expect(store.expired(150_000)).toEqual([]);
  });
  test('the one before is good for requests under way, then no more', () => {
    const store = new TokenStore(120_000);
    const first = store.issue('p', 'c', 0);
    store.refresh('p', 40_000);
    expect(store.check(first, 49_999)).toEqual(valid);
    expect(store.check(first, 50_000)).toEqual({ state: 'unknown' });
  });
  test('each serves out its own grace when two refreshes come at once', () => {
    const store = new TokenStore(120_000);
    const first = store.issue('p', 'c', 0);
    const second = store.refresh('p', 1000);
    store.refresh('p', 2000);
    expect([store.check(first, 10_999), store.check(second, 11_999)]).toEqual([valid, valid]);
    expect(store.check(first, 11_000)).toEqual({ state: 'unknown' });
    store.refresh('p', 50_000);
    expect([store.check(first, 50_001), store.check(second, 50_001)]).toEqual([
      { state: 'unknown' },
      { state: 'unknown' },
    ]);
  });
  test('of someone put out are known as ended for a minute, then forgotten', () => {
    const store = new TokenStore(120_000);
    const token = store.issue('p', 'c', 0);
    store.end('p', 10_000);
    store.forgetEnded(69_999);
    expect(store.check(token, 69_999)).toMatchObject({ state: 'ended' });
    expect(store.expired(200_000)).toEqual([]);
    store.forgetEnded(70_000);
    expect(store.check(token, 70_000)).toEqual({ state: 'unknown' });
  });
  test('of someone whose network is gone are not forgotten, so that it is known whose they are', () => {
    const store = new TokenStore(120_000);
    const token = store.issue('p', 'c', 0);
    store.end('p', 10_000);
    store.forgetEnded(500_000, (uuid) => uuid === 'p');
    expect(store.ownerOf(token)).toBe('p');
    store.forgetEnded(500_000);
    expect(store.ownerOf(token)).toBeNull();
  });
  test('can stand in an address without encoding', () => {
    const store = new TokenStore(1);
    for (let count = 0; count < 200; count += 1) {
      const token = store.issue(`p${count}`, 'c', 0);
      expect(encodeURIComponent(token)).toBe(token);
    }
  });
});

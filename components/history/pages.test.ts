import { describe, expect, it } from 'vitest';
import { answered, chosen, pagesOf } from './pages';

const first = pagesOf({ rows: ['a', 'b'], before: 'b' }, { state: '' });
const came = (rows: string[], before: string | null) => ({ ok: true as const, value: { rows, before } });
const failed = { ok: false as const, status: 0, message: 'The server cannot be reached.', fields: {} };

describe('a list in pages', () => {
  it('shows another filter at once, and its rows when they come', () => {
    const waiting = chosen(first, { state: 'open' });
    expect(waiting).toMatchObject({ filter: { state: 'open' }, rows: ['a', 'b'], pending: 'filter' });
    const state = { state: 'open' };
    expect(answered(waiting, came(['c'], null))).toEqual(pagesOf({ rows: ['c'], before: null }, state));
  });

  it('stays what it was, filter and all, when the rows of another one do not come', () => {
    const after = answered(chosen(first, { state: 'open' }), failed);
    expect(after).toEqual({ ...first, failure: 'The server cannot be reached.' });
    const older = answered({ ...after, pending: 'older', failure: null }, came(['c'], null));
    expect(older).toEqual(pagesOf({ rows: ['a', 'b', 'c'], before: null }, { state: '' }));
  });

  it('keeps to the rows at hand while one choice follows another', () => {
    const waiting = chosen(chosen(first, { state: 'open' }), { state: 'ended' });
    expect(waiting.shown).toEqual({ state: '' });
    expect(answered(waiting, failed).filter).toEqual({ state: '' });
    expect(answered(waiting, came(['d'], null))).toMatchObject({
      shown: { state: 'ended' },
      filter: { state: 'ended' },
    });
  });

  it('can be asked again for what is older', () => {
    const after = answered({ ...first, pending: 'older' }, failed);
    expect(after).toMatchObject({ rows: ['a', 'b'], before: 'b', pending: null });
  });
});

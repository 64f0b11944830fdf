import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorAfter } from './decision-reports';
import { DecisionQuery, outcomesOf, searchFor } from './decision-reports-filter';

const ID = '7f2e1c9a-4a5b-4c6d-8e7f-0123456789ab';
const search = (typed: string | undefined) => searchFor(typed, 'meet-');

describe('whoever asks why a caller was refused', () => {
  it('finds the answer by an alias as it was dialled', () => {
    expect(search(' sip:MEET-ABC@example.com:5061 ')).toMatchObject({
      kind: 'texts',
      aliases: ['meet-abc', 'sip:MEET-ABC@example.com:5061', 'sip:meet-abc@example.com:5061'],
    });
  });

  it.each([
    'https://site.example/join/meet-abc',
    'https://site.example/join/meet%2Dabc?from=mail#x',
    '/join/meet-abc',
    'join/meet-abc/',
  ])('finds it by the link %s', (link) => {
    expect(search(link)).toEqual({ kind: 'texts', aliases: ['meet-abc'], callers: [] });
  });

  it.each(['bo@example.com', 'sip:bo@example.com'])(
    'finds it by the caller %s, with a scheme and without',
    (caller) => {
      expect(search(caller)).toMatchObject({
        callers: expect.arrayContaining(['bo@example.com', 'sip:bo@example.com']),
      });
    },
  );

  it('looks for an alias of ours among aliases only, which have an index', () => {
    expect(search(`sip:meet-${'0'.repeat(26)}@example.com`)).toMatchObject({ callers: [] });
  });

  it('finds it by the decision’s id, in whatever case', () => {
    expect(search(ID.toUpperCase())).toEqual({ kind: 'id', id: ID });
  });

  it('is shown everything when nothing is typed', () => {
    expect(search('  ')).toEqual({ kind: 'all' });
    expect(search(undefined)).toEqual({ kind: 'all' });
  });

  it('is never told that what was typed cannot be looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const found = search(typed);
        if (found.kind !== 'texts') return;
        expect(found.aliases.length).toBeLessThanOrEqual(3);
        expect(found.callers.length).toBeLessThanOrEqual(6);
        for (const text of [...found.aliases, ...found.callers]) expect(text).not.toContain('\0');
      }),
    );
  });
});

describe('the query of the list', () => {
  it('may be empty, in either way', () => {
    expect(DecisionQuery.parse({})).toEqual({});
    expect(DecisionQuery.parse({ alias: '', outcome: '', request: '', before: '' })).toEqual({});
  });

  it('asks for refusals as what keeps a caller out', () => {
    expect(outcomesOf(DecisionQuery.parse({ outcome: 'refusals' }))).toEqual(['reject', 'failed']);
    expect(outcomesOf(DecisionQuery.parse({ outcome: 'locate' }))).toEqual(['locate']);
    expect(outcomesOf(DecisionQuery.parse({}))).toBeNull();
  });

  it('continues exactly where the last page ended', () => {
    const at = '2026-11-21T12:00:00.123Z';
    expect(DecisionQuery.parse({ before: cursorAfter({ at, id: ID }) }).before).toEqual({ at: new Date(at), id: ID });
  });

  it.each([
    { outcome: 'perhaps' },
    { request: 'coffee' },
    { before: 'yesterday' },
    { before: `2026-13-01T00:00:00.000Z_${ID}` },
    { before: '2026-11-21T12:00:00.123Z_1' },
    { alias: 'x'.repeat(601) },
  ])('refuses %o', (query) => expect(DecisionQuery.safeParse(query).success).toBe(false));
});

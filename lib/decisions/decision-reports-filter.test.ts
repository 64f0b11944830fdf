import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorAfter } from './decision-reports';
import { DecisionQuery, outcomesOf, searchFor } from './decision-reports-filter';

const ID = '7f2e1c9a-4a5b-4c6d-8e7f-0123456789ab';

describe('whoever asks why a caller was refused', () => {
  it('finds the answer by an alias as it was dialled', () => {
    expect(searchFor(' sip:MEET-ABC@example.com:5061 ')).toEqual({
      kind: 'aliases',
      aliases: ['meet-abc', 'sip:MEET-ABC@example.com:5061', 'sip:meet-abc@example.com:5061'],
    });
  });

  it.each([
    'https://site.example/join/meet-abc',
    'https://site.example/join/meet%2Dabc?from=mail#x',
    '/join/meet-abc',
    'join/meet-abc/',
  ])('finds it by the link %s', (link) => {
    expect(searchFor(link)).toEqual({ kind: 'aliases', aliases: ['meet-abc'] });
  });

  it('finds it by the decision’s id, in whatever case', () => {
    expect(searchFor(ID.toUpperCase())).toEqual({ kind: 'id', id: ID });
  });

  it('is shown everything when nothing is typed', () => {
    expect(searchFor('  ')).toEqual({ kind: 'all' });
    expect(searchFor(undefined)).toEqual({ kind: 'all' });
  });

  it('is never told that what was typed cannot be looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const search = searchFor(typed);
        if (search.kind !== 'aliases') return;
        expect(search.aliases.length).toBeLessThanOrEqual(3);
        for (const alias of search.aliases) expect(alias).not.toContain('\0');
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

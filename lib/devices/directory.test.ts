import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { directoryEntry, directoryLines, fold, sortEntries } from './directory';

const device = (alias: string, name: string, branch = '') => directoryEntry(alias, name, name, [alias, branch]);
const DEVICES = sortEntries([
  device('room10@example.com', 'Room 10', 'Oslo'),
  device('room2@example.com', 'Room 2', 'Malmö'),
  device('front@example.com', 'Front desk, room at the left', 'Oslo'),
  device('b@example.com', 'Twin'),
  device('a@example.com', 'Twin'),
]);
const found = (q: string, limit = 10) => directoryLines([DEVICES], q, limit).map((line) => line.alias);

describe('a directory search', () => {
  it('puts names first that begin with what was typed, then goes by the alphabet, counting as people do', () => {
    expect(found('room')).toEqual(['room2@example.com', 'room10@example.com', 'front@example.com']);
    expect(found('')).toEqual([
      'front@example.com',
      'room2@example.com',
      'room10@example.com',
      'a@example.com',
      'b@example.com',
    ]);
  });

  it('wants every word, wherever it occurs, in any order and case', () => {
    expect(found('OSLO room')).toEqual(['front@example.com', 'room10@example.com']);
    expect(found('room2 malmö')).toEqual(['room2@example.com']);
    expect(found('oslo malmö')).toEqual([]);
  });

  it('finds accents without them, and them without accents', () => {
    expect(found('malmo')).toEqual(['room2@example.com']);
    expect(found('óslo ten')).toEqual([]);
    expect(found('óslo 10')).toEqual(['room10@example.com']);
    expect(fold('Tromsø, Łódź, Straße')).toBe('tromso, lodz, strasse');
  });

  it('takes % and _ as themselves', () => {
    expect(found('%')).toEqual([]);
    expect(found('r__m')).toEqual([]);
    const odd = device('100%@example.com', '100 % of_it');
    expect(directoryLines([[odd, ...DEVICES]], '% of_', 10)).toHaveLength(1);
  });

  it('never matches one word across two texts', () => {
    expect(found('10oslo')).toEqual([]);
  });

  it('goes through the groups in turn', () => {
    const meeting = directoryEntry('meet-1', 'Room to talk', 'Room to talk', []);
    expect(directoryLines([DEVICES, [meeting]], 'room', 10).map((line) => line.alias)).toEqual([
      ...found('room'),
      'meet-1',
    ]);
    expect(directoryLines([DEVICES, [meeting]], 'room t', 10).at(-1)?.alias).toBe('meet-1');
  });

  it.each([
    [1, 1],
    [0, 1],
    [-5, 1],
    [2.9, 2],
    [100, 100],
    [101, 100],
    [1e9, 100],
    [Number.NaN, 10],
    [Number.POSITIVE_INFINITY, 10],
  ])('with limit %d gives %d lines', (limit, lines) => {
    const many = Array.from({ length: 150 }, (_, index) => device(`d${index}`, `Device ${index}`));
    expect(directoryLines([many], 'device', limit)).toHaveLength(lines);
  });

  it('leaves out what cannot be dialled through Infinity, once with an error, and keeps the others', () => {
    const bad = ['', 'x'.repeat(251), 'a\0', 'a\u202e'].map((alias) => device(alias, 'Room'));
    for (let count = 0; count < 3; count += 1) {
      expect(directoryLines([[...bad, ...DEVICES]], 'room', 3).map((line) => line.alias)).toEqual(found('room', 3));
    }
    expect(takeConsoleErrors()).toHaveLength(bad.length);
  });

  it.each([
    ['', 'room7'],
    ['a\0b\nc\u202e', 'abc'],
    ['a\ud800', 'a'],
    ['x'.repeat(251), 'x'.repeat(250)],
  ])('describes %j as %j', (description, shown) => {
    const [line] = directoryLines([[directoryEntry('room7', 'Room', description, [])]], 'room', 1);
    expect(line?.description).toBe(shown);
  });

  it('answers any text with acceptable lines, none of them twice', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text)), text, fc.double(), (rows, q, limit) => {
        const entries = sortEntries(rows.map(([alias, name, branch]) => directoryEntry(alias, name, name, [branch])));
        const lines = directoryLines([entries], q, limit);
        expect(lines.length).toBeLessThanOrEqual(Math.min(100, entries.length));
        for (const line of lines) {
          expect(Object.keys(line)).toEqual(['alias', 'description', 'username']);
          expect(line.alias.length * line.description.length).toBeGreaterThan(0);
          expect(Math.max(line.alias.length, line.description.length)).toBeLessThanOrEqual(250);
        }
      }),
    );
    takeConsoleErrors();
  });
});

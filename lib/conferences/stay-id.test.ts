import { expect, test } from 'vitest';
import { reportedId, stayId } from './stay-id';

const rowOf = (leg: string) => ({ id: stayId(leg, 20), relatedIds: [leg] });

test('a stay has its leg’s id and its number', () => {
  expect(stayId('leg-1', 2)).toBe('leg-1~2');
  expect(stayId('x'.repeat(96), 2)).toBe(`${'x'.repeat(96)}~2`);
});

test('the id of a long leg’s stay fits, and is cut between characters', () => {
  for (const leg of [
    'x'.repeat(100),
    '🦟'.repeat(100),
    `${'x'.repeat(95)}🦟y`,
    `${'x'.repeat(79)}🦟${'y'.repeat(20)}`,
  ]) {
    const { id } = rowOf(leg);
    expect([...id].length).toBeLessThanOrEqual(100);
    expect(id).not.toMatch(/\p{Surrogate}/u);
    expect(reportedId(rowOf(leg))).toBe(leg);
  }
});

test('long legs that begin alike have stays of their own', () => {
  const long = 'x'.repeat(97);
  expect(stayId(`${long}a`, 1)).not.toBe(stayId(`${long}b`, 1));
});

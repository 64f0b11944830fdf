import { expect, it } from 'vitest';
import { knownBefore } from './known-before';
import type { Person } from './person';

const at = new Date('2026-11-21T12:00:00Z');
const person = (conversationId: string, changes: Partial<Person> = {}) =>
  ({ conversationId, isCounted: true, joinedAt: at, ...changes }) as Person;
const leg = (id: string, conversationId: string, relatedIds: string[] = []) => ({ id, conversationId, relatedIds });
const before = async (was: Person[], is: Person[], legs: ReturnType<typeof leg>[]) =>
  [...(await knownBefore(was, is, () => Promise.resolve(legs)))].map(([now, { conversationId }]) => [
    now,
    conversationId,
  ]);

it('whose first leg is heard of last is who they were, under another conversation', async () => {
  const legs = [leg('media', 'later', ['control']), leg('control', 'earlier')];
  expect(await before([person('later')], [person('earlier')], legs)).toContainEqual(['earlier', 'later']);
});

it('who comes in the moment in which two others turn out to be one is nobody who was known', async () => {
  const legs = [leg('media', 'b', ['control']), leg('control', 'a'), leg('new', 'c')];
  const known = await before([person('a'), person('b')], [person('a'), person('c')], legs);
  expect(known.map(([now]) => now)).not.toContain('c');
});

it('of two who turn out to be one, and are called by a third leg, it is who was told of', async () => {
  const legs = [leg('1', 'x', ['3']), leg('2', 'y', ['3']), leg('3', 'first')];
  const was = [person('x', { isCounted: false }), person('y')];
  expect(await before(was, [person('first')], legs)).toContainEqual(['first', 'y']);
});

it('nothing is read where everybody is called as before', async () => {
  const never = () => Promise.reject(new Error('read'));
  expect((await knownBefore([person('a')], [person('a'), person('b')], never)).size).toBe(1);
  expect((await knownBefore([person('a'), person('b')], [person('a')], never)).size).toBe(2);
});

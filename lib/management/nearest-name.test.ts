import { expect, it } from 'vitest';
import { nearestName } from './nearest-name';

const NAMES = ['Harbour', 'Head office', 'Montréal', 'DMZ'];

it.each([
  ['harbour', 'Harbour'],
  ['Harbuor', 'Harbour'],
  ['head-office', 'Head office'],
  ['  Head  Office ', 'Head office'],
  ['Montreal', 'Montréal'],
  ['MDZ', 'DMZ'],
  ['DMZ1', 'DMZ'],
])('%s was probably meant to be %s', (wanted, name) => {
  expect(nearestName(wanted, NAMES)).toBe(name);
});

it('a name that is far from all of them is nobody’s misspelling', () => {
  expect(nearestName('Singapore', NAMES)).toBeNull();
  expect(nearestName('x', [])).toBeNull();
});

it('of several near names the nearest is named', () => {
  expect(nearestName('Branch 12', ['Branch 1', 'Branch 21', 'Branch 13'])).toBe('Branch 1');
});

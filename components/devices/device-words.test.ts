import { describe, expect, it } from 'vitest';
import type { DeviceView } from '@/lib/devices/device';
import { branchesOf, filterDevices, infinityAnswers, initials, NO_FILTER } from './device-words';

const device = (changes: Partial<DeviceView> = {}): DeviceView => ({
  ...{ id: '1', alias: 'room7@example.com', name: 'Room 7', kind: 'room', branch: 'Malmö', username: '' },
  ...{ hasPassword: false, isListed: true, finds: 'none', agentId: null, agentName: null, avatarId: null },
  ...changes,
});
const DEVICES = [
  device({ id: '10', name: 'Room 10', alias: 'room10@example.com', branch: 'Oslo' }),
  device(),
  device({ id: 'tom', name: 'Desk', alias: 'desk@example.com', branch: '', kind: 'device', agentName: 'Tom Ashby' }),
];
const found = (changes: Partial<typeof NO_FILTER>) =>
  filterDevices(DEVICES, { ...NO_FILTER, ...changes }).map((each) => each.id);

describe('the list of devices', () => {
  it('is in order of the names, counting as people do', () => {
    expect(found({})).toEqual(['tom', '1', '10']);
  });

  it('shows what has every word that was typed, in name, alias, branch or agent', () => {
    expect(found({ text: ' ROOM  ' })).toEqual(['1', '10']);
    expect(found({ text: 'oslo room' })).toEqual(['10']);
    expect(found({ text: 'malmo' })).toEqual(['1']);
    expect(found({ text: 'ashby' })).toEqual(['tom']);
    expect(found({ text: 'room ashby' })).toEqual([]);
  });

  it('shows one branch, one kind, or what fits both', () => {
    expect(found({ branch: 'Oslo' })).toEqual(['10']);
    expect(found({ kind: 'device' })).toEqual(['tom']);
    expect(found({ branch: 'Oslo', kind: 'device' })).toEqual([]);
    expect(branchesOf([...DEVICES, device()])).toEqual(['Malmö', 'Oslo']);
  });
});

it('what Infinity will answer follows from what was typed', () => {
  expect(infinityAnswers(device())).toEqual([
    'It registers as room7@example.com without a password.',
    'Other devices find it as “Room 7 (Malmö)” and call room7@example.com.',
    'In its own directory it finds listed devices and rooms, and no meetings.',
  ]);
  const other = device({ username: 'room7', isListed: false, finds: 'own', agentName: 'Tom Ashby' });
  expect(infinityAnswers(other)).toEqual([
    'It registers as room7@example.com with the user name room7 and its password; with others it is refused.',
    'Other devices do not find it. Whoever knows its alias can call it.',
    'In its own directory it finds listed devices and rooms, and open meetings that Tom Ashby created or joined.',
  ]);
  expect(infinityAnswers(device({ alias: '', finds: 'all' })).join(' ')).toMatch(
    /as its alias without.*every open meeting/,
  );
});

it('a name without a picture is shown by its first letters', () => {
  expect(['Ingrid Solberg', 'Room 7', 'desk', 'Anne-Lise van den Berg', '', '🦊 fox'].map(initials)).toEqual([
    'IS',
    'R7',
    'D',
    'AB',
    '?',
    '🦊F',
  ]);
});

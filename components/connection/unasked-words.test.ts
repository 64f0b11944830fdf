import { expect, it } from 'vitest';
import { REQUESTS, type ReportedNode, type ReportedRequest } from '@/lib/decisions/decision-reports';
import { unaskedWords } from './unasked-words';

const NOW = Date.parse('2026-11-21T12:00:00.000Z');
const DAY = 24 * 60 * 60_000;
const before = (days: number) => new Date(NOW - days * DAY).toISOString();

/** How many days ago it asked for what. */
function sighting(asked: Partial<Record<ReportedRequest, number>>, lastSeenDays = 0, version = '39'): ReportedNode {
  const askedAt = Object.fromEntries(
    REQUESTS.map((request) => [request, asked[request] === undefined ? null : before(asked[request])]),
  ) as ReportedNode['askedAt'];
  const rest = { node: '192.0.2.1', location: 'Oslo', version, requests: 7, firstSeenAt: before(80) };
  return { ...rest, lastSeenAt: before(lastSeenDays), askedAt };
}

const WITHOUT_PROPERTIES = { service: 0, location: 0, avatar: 0, directory: 0, registration: 0 };
const ALL = { ...WITHOUT_PROPERTIES, participant: 0 };

it('a node with one switch on in its policy profile is told by what it was not seen asking for', () => {
  expect(unaskedWords([sighting({ service: 0 })])).toBe(
    'Not seen asking for: Participant properties, Media location, Avatar, Directory, Registration alias.',
  );
});

it('nothing is said of a node that asks for everything', () => expect(unaskedWords([sighting(ALL)])).toBe(''));

it('what a node asks for from one of its locations it asks for', () => {
  const { avatar, ...others } = ALL;
  expect(unaskedWords([sighting({ avatar }), sighting(others)])).toBe('');
});

it('what a node gave up asking for a week before it was heard last is told apart', () => {
  expect(unaskedWords([sighting({ ...ALL, avatar: 8, directory: 6 })])).toBe('Not for a week: Avatar.');
  // All of it is old of a node that has fallen silent.
  const old = Object.fromEntries(REQUESTS.map((request) => [request, 30]));
  expect(unaskedWords([sighting(old, 30)])).toBe('');
});

it('nothing is said of a node that was noted before requests were told apart', () => {
  expect(unaskedWords([sighting({}, 30)])).toBe('');
});

it('no switch is missed in a release without participant properties', () => {
  const { service } = ALL;
  const others = 'Media location, Avatar, Directory, Registration alias.';
  expect(unaskedWords([sighting({ service }, 0, '31')])).toBe(`Not seen asking for: ${others}`);
  for (const version of ['32', '39', '']) {
    const all = `Not seen asking for: Participant properties, ${others}`;
    expect(unaskedWords([sighting({ service }, 0, version)]), version).toBe(all);
  }
  // All that it can ask for, it does.
  expect(unaskedWords([sighting(WITHOUT_PROPERTIES, 0, '31')])).toBe('');
});

it('a node has the release that it said last, from whatever location', () => {
  const [older, newer] = [sighting(WITHOUT_PROPERTIES, 3, '31'), sighting({}, 0, '35')];
  expect(unaskedWords([older, newer])).toBe('Not seen asking for: Participant properties.');
  expect(unaskedWords([sighting(WITHOUT_PROPERTIES, 0, '31'), sighting({}, 3, '35')])).toBe('');
});

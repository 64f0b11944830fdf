import { describe, expect, test } from 'vitest';
import type { LiveMeeting, LivePerson } from '@/lib/live/live-meeting';
import { endsSoon, groupMeetings, meetingTitle, qualityWords, shortAlias, stateAt, timeWords } from './desk-meeting';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

function person(over: Partial<LivePerson> = {}): LivePerson {
  return {
    id: 'ann',
    displayName: 'Ann',
    role: 'guest',
    isAgent: false,
    isWaiting: false,
    since: at(-2),
    isMuted: false,
    quality: null,
    ...over,
  };
}

function meeting(over: Partial<LiveMeeting> = {}): LiveMeeting {
  return {
    alias: 'meet-2x7w3wabcdefghij',
    topic: null,
    visitorName: null,
    state: 'open',
    validFrom: at(-10),
    validUntil: at(50),
    endDueAt: null,
    joinUrl: 'https://mayfly.example/join/meet-2x7w3wabcdefghij',
    hasHost: false,
    hasAgent: false,
    thereSince: null,
    peopleCount: over.people?.length ?? 0,
    people: [],
    ...over,
  };
}

describe('headings', () => {
  test.each([
    ['needs-agent', meeting({ people: [person()] })],
    ['in-call', meeting({ people: [person()], hasAgent: true })],
    ['in-call', meeting({ people: [person()], validUntil: at(-1) })],
    ['open', meeting()],
    ['scheduled', meeting({ state: 'scheduled', validFrom: at(60), validUntil: at(90) })],
  ])('%s', (group, listed) => {
    const groups = groupMeetings([listed], NOW);
    expect(Object.entries(groups).filter(([, meetings]) => meetings.length > 0)).toEqual([[group, [listed]]]);
  });

  test('a meeting that ended since the last list, with nobody in it, is gone', () => {
    expect(Object.values(groupMeetings([meeting({ validUntil: at(0) })], NOW)).flat()).toEqual([]);
  });

  test('a cancelled meeting asks for no agent', () => {
    const cancelled = meeting({ state: 'cancelled', people: [person()] });
    expect(groupMeetings([cancelled], NOW)['needs-agent']).toEqual([]);
  });
});

test('a meeting opens by itself ten minutes before it starts', () => {
  const scheduled = meeting({ state: 'scheduled', validFrom: at(11), validUntil: at(60) });
  expect([stateAt(scheduled, NOW), stateAt(scheduled, NOW + 60_000)]).toEqual(['scheduled', 'open']);
});

test.each([
  ['50:00 left', meeting()],
  ['Opens in 50:00', meeting({ validFrom: at(60), validUntil: at(90) })],
  ['Time is up', meeting({ validUntil: at(-1) })],
  ['Cancelled', meeting({ state: 'cancelled' })],
  ['Time is up', meeting({ validUntil: at(-0.4), endDueAt: at(-0.4) })],
  ['Time is up; still trying to end it', meeting({ validUntil: at(-1), endDueAt: at(-1) })],
  ['Cancelled; still trying to end it', meeting({ state: 'cancelled', endDueAt: at(-1) })],
  ['50:00 left', meeting({ endDueAt: at(50) })],
])('time is told as %s', (words, listed) => {
  expect(timeWords(listed, NOW)).toBe(words);
});

test('the last five minutes stand out', () => {
  expect([endsSoon(meeting({ validUntil: at(5) }), NOW), endsSoon(meeting({ validUntil: at(6) }), NOW)]).toEqual([
    true,
    false,
  ]);
});

test('a row is named by its topic, else its visitor, else whoever is in it', () => {
  const people = [person()];
  expect(meetingTitle(meeting({ topic: 'Claim', visitorName: 'Bo', people }))).toBe('Claim');
  expect(meetingTitle(meeting({ visitorName: 'Bo', people }))).toBe('Bo');
  expect(meetingTitle(meeting({ people }))).toBe('Ann');
  expect(meetingTitle(meeting())).toBe('Video call');
});

test('a long alias is shortened and a short one is not', () => {
  expect([shortAlias('meet-2x7w3wabcdefghij'), shortAlias('meet-2x7w3w')]).toEqual(['meet-2x7w3w…', 'meet-2x7w3w']);
});

test.each([
  [null, null],
  [1, null],
  [2, null],
  [3, 'poor'],
  [4, 'very poor'],
])('media of quality %s are told as %s', (quality, words) => {
  expect(qualityWords(person({ quality }))).toBe(words);
});

import { describe, expect, it } from 'vitest';
import type { Conference } from '@/lib/conferences/conference';
import type { Person } from '@/lib/conferences/person';
import { person } from '@/lib/testing/person';
import { payloadOf } from './happening';
import { whoIsIn } from './waiting';
import { conferenceHappened, mayBeBack, nobodyAnyMore, whatHappened } from './what-happened';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));
const meeting = {
  alias: 'meet-0123456789',
  serviceName: 'Call 4F7A',
  topic: 'Hail damage',
  validFrom: at(0),
  validUntil: at(60),
};
const nobody = whoIsIn(null, []);

const inside = (changes: Partial<Person> = {}) => person({ joinedAt: at(2), ...changes });
const waiting = (changes: Partial<Person> = {}) => person({ isWaiting: true, ...changes });

/** @param minutes from and until which they were inside */
const happenings = (before: Person | null, after: Person, ...minutes: [number, number | null][]) => {
  const stays = minutes.map(([from, until]) => ({ from: at(from), until: until === null ? null : at(until) }));
  const change = { before, after, stays, meeting, conferenceBefore: nobody, conference: nobody };
  return whatHappened(change, at(2));
};
const happened = (...change: Parameters<typeof happenings>) =>
  happenings(...change).map(({ type, key, at: moment }) => [type, key, moment]);
const joinedAt = (minute: number) => ['participant.joined', `joined@${at(minute).getTime()}:Call 4F7A/c-1`, at(minute)];
const leftAt = (minute: number, verb = 'left') => [
  'participant.left',
  `${verb}@${at(minute).getTime()}:Call 4F7A/c-1`,
  at(minute),
];

describe('a person', () => {
  it('joins once, by the time at which they were let in', () => {
    expect(happened(null, inside())).toEqual([joinedAt(2)]);
    expect(happened(waiting(), inside())).toHaveLength(1);
    expect(happened(inside(), inside({ isMuted: true }))).toEqual([]);
  });

  it('leaves once, and is told of as joined before when both are learnt together', () => {
    const left = inside({ leftAt: at(9), leftReason: 'Call disconnected' });
    expect(happened(inside(), left)).toEqual([leftAt(9)]);
    expect(happened(null, left).map(([type]) => type)).toEqual(['participant.joined', 'participant.left']);
    expect(happened(left, inside({ leftAt: at(10) }))).toEqual([]);
  });

  it('who was never let in has left when that was reported, and not while it is a guess', () => {
    const gave = (leftKnownBy: Person['leftKnownBy']) => person({ leftAt: at(9), leftKnownBy });
    expect(happened(waiting(), gave('conference_ended'))).toEqual([]);
    expect(happened(gave('conference_ended'), inside())).toEqual([joinedAt(2)]);
    expect(happened(waiting(), gave('reported'))).toEqual([leftAt(9)]);
    expect(happened(gave('conference_ended'), gave('reported'))).toEqual([leftAt(9)]);
  });

  const left = (minute: number, leftKnownBy: Person['leftKnownBy'] = 'reported') =>
    inside({ leftAt: at(minute), leftKnownBy });

  it('leaves again, truly, when an end that was only inferred is reported or known to be another', () => {
    const lost = left(9, 'conference_ended');
    expect(happened(inside(), lost)).toEqual([leftAt(9, 'left?')]);
    expect(happened(lost, left(5))).toEqual([leftAt(5)]);
    expect(happened(lost, left(9))).toEqual([leftAt(9)]);
    expect(happened(lost, left(6, 'not_listed'))).toEqual([leftAt(6, 'left?')]);
    expect(happened(lost, left(9, 'not_listed'))).toEqual([]);
    expect(happened(left(5), lost)).toEqual([]);
  });

  it('joins and leaves again when they come back', () => {
    const both = ['participant.joined', 'participant.left'];
    expect(happened(left(9), inside(), [2, 9], [12, null])).toEqual([joinedAt(12)]);
    expect(happened(inside(), left(20))).toEqual([leftAt(20)]);
    expect(happened(left(9), left(20), [2, 9], [12, 20])).toEqual([joinedAt(12), leftAt(20)]);
    const late = waiting({ joinedAt: at(2) });
    expect(happened(late, inside(), [2, 9], [15, null])).toEqual([joinedAt(15)]);
    expect(happened(null, left(20), [2, 9], [12, 20]).map(([type]) => type)).toEqual(both);
  });

  it('is told to be inside when they had not left at all, as was told, with the time of that', () => {
    const stayed = ['participant.joined', `stayed@${at(9).getTime()}:Call 4F7A/c-1`, at(9)];
    for (const knownBy of ['node_restarted', 'reported'] as const) {
      const was = left(9, knownBy);
      expect(happened(was, inside(), [2, null])).toEqual([stayed]);
      expect(happened(was, inside(), [2, 5], [7, null])).toEqual([stayed]);
      expect(happenings(was, inside(), [2, null])[0]?.participant).toMatchObject({
        leftAt: null,
        wronglyLeftAt: at(9),
      });
    }
    expect(happenings(left(9), inside(), [2, 9], [12, null])[0]?.participant?.wronglyLeftAt).toBeNull();
  });

  it('is not told to be inside when they left and only wait now, or never were, or have left at another time', () => {
    const typesOf = (...change: Parameters<typeof happenings>) => happenings(...change).map(({ type }) => type);
    expect(typesOf(left(9), waiting({ joinedAt: at(2) }), [2, 9])).toEqual(['visitor.waiting']);
    const guessed = person({ leftAt: at(9), leftKnownBy: 'node_restarted' });
    expect(typesOf(guessed, waiting())).toEqual(['visitor.waiting']);
    expect(happened(left(9, 'node_restarted'), left(12), [2, 12])).toEqual([leftAt(12)]);
  });

  it('is looked into only when they may be back', () => {
    expect([mayBeBack(left(9), inside()), mayBeBack(left(9), left(20))]).toEqual([true, true]);
    expect(mayBeBack(waiting({ joinedAt: at(2) }), inside())).toBe(true);
    expect([mayBeBack(null, inside()), mayBeBack(waiting(), inside()), mayBeBack(inside(), left(9))]).toEqual([
      ...[false, false, false],
    ]);
    expect([mayBeBack(left(9), left(9)), mayBeBack(left(9), left(8)), mayBeBack(inside(), inside())]).toEqual([
      ...[false, false, false],
    ]);
  });

  it('who is nobody any more has left, if they were said to be inside', () => {
    const told = (was: Person) =>
      nobodyAnyMore(was, meeting, at(9)).map(({ type, key, at: moment }) => [type, key, moment]);
    expect(told(inside())).toEqual([leftAt(9, 'left?')]);
    expect([told(waiting()), told(left(5)), told(inside({ isCounted: false }))]).toEqual([[], [], []]);
  });

  it('who is counted for nothing is told of to nobody, and is told of as soon as they count', () => {
    expect(happened(null, inside({ isCounted: false }))).toEqual([]);
    expect(happened(inside({ isCounted: false }), inside())).toHaveLength(1);
  });

  it('is described in the message, with how long they were there', () => {
    const after = inside({ leftAt: at(9), leftReason: 'Call disconnected', agentId: 'a-1' });
    const change = { before: inside(), after, meeting, conferenceBefore: nobody, conference: nobody };
    const [left] = whatHappened(change, at(9));
    expect(payloadOf(left!, 'e-1', 'https://mayfly.example')).toEqual({
      type: 'participant.left',
      id: 'e-1',
      at: '2026-11-20T10:09:00.000Z',
      meeting: {
        alias: 'meet-0123456789',
        topic: 'Hail damage',
        validFrom: '2026-11-20T10:00:00.000Z',
        validUntil: '2026-11-20T11:00:00.000Z',
        joinUrl: 'https://mayfly.example/join/meet-0123456789',
      },
      participant: {
        id: 'c-1',
        displayName: 'Dana',
        role: 'guest',
        isAgent: true,
        joinedAt: '2026-11-20T10:02:00.000Z',
        leftAt: '2026-11-20T10:09:00.000Z',
        reason: 'Call disconnected',
        durationMs: 420_000,
        wronglyLeftAt: null,
      },
    });
  });
});

describe('a meeting', () => {
  const conference = (firstJoinedAt: Date | null) => ({ serviceName: 'Call 4F7A', firstJoinedAt }) as Conference;

  it('starts with the first person inside, once', () => {
    const started = { type: 'meeting.started', key: 'started:Call 4F7A', at: at(2), meeting };
    expect(conferenceHappened(null, conference(at(2)), meeting)).toEqual([started]);
    expect(conferenceHappened(conference(null), conference(at(2)), meeting)).toEqual([started]);
    expect(conferenceHappened(conference(at(3)), conference(at(2)), meeting)).toEqual([]);
    expect(conferenceHappened(null, conference(null), meeting)).toEqual([]);
  });
});

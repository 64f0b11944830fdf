import { describe, expect, it } from 'vitest';
import type { Person } from '@/lib/conferences/person';
import { person } from '@/lib/testing/person';
import { whoIsIn } from './waiting';
import { whatHappened } from './what-happened';

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 20, 10, minute, second));
const topic = 'Hail damage';
const meeting = { alias: 'meet-0123456789', serviceName: 'Call 4F7A', topic, validFrom: at(0), validUntil: at(60) };

const guest = (changes: Partial<Person> = {}) => person({ isWaiting: true, ...changes });
const caller = (changes: Partial<Person> = {}) => person({ role: 'host', joinedAt: at(1), ...changes });
const host = (leftAt: Date | null = null, changes: Partial<Person> = {}) =>
  person({ conversationId: 'host', role: 'host', joinedAt: at(1), leftAt, ...changes });
const agent = (leftAt: Date | null = null, changes: Partial<Person> = {}) =>
  host(leftAt, { conversationId: 'agent', agentId: 'a-1', ...changes });

const seen = (people: readonly Person[]) =>
  whoIsIn({ hasHost: people.some(({ role, leftAt }) => role === 'host' && !leftAt) }, people);
/** What is told of the first of these people as waiting, beside how the same people were before. */
function waits(before: readonly Person[], after: readonly Person[], now = at(2)) {
  const was = before.find(({ conversationId }) => conversationId === after[0]!.conversationId) ?? null;
  const change = { before: was, after: after[0]!, meeting, conferenceBefore: seen(before), conference: seen(after) };
  const happenings = whatHappened(change, now).filter(({ type }) => type === 'visitor.waiting');
  return happenings.map(({ key, at: moment }) => [key, moment]);
}
const since = (minute: number) => [[`waiting@${at(minute).getTime()}:Call 4F7A/c-1`, at(minute)]];

describe('a visitor waits', () => {
  it('when a guest waits and no host is in', () => {
    expect(waits([], [guest()])).toEqual(since(1));
    expect(waits([], [guest(), host()])).toEqual([]);
  });

  it('when they called from the site, where they are their own host, and no agent is in', () => {
    const dialling = caller({ role: null, isWaiting: true, joinedAt: null });
    expect(waits([dialling], [caller()])).toEqual(since(1));
    expect(waits([dialling], [caller(), agent()])).toEqual([]);
    expect(waits([], [caller(), agent(null, { isCounted: false })])).toEqual(since(1));
  });

  it('once, as soon as it is known that they are a guest', () => {
    expect(waits([], [guest({ role: null })])).toEqual([]);
    expect(waits([guest({ role: null })], [guest()])).toEqual(since(1));
    expect(waits([guest()], [guest({ displayName: 'Dana M' })])).toEqual([]);
  });

  it('but never an agent, nobody who has left, and nobody of whom we hear too late', () => {
    expect(waits([], [guest({ agentId: 'a-1' })])).toEqual([]);
    expect(waits([], [guest({ leftAt: at(2) })])).toEqual([]);
    expect(waits([], [guest()], at(3))).toEqual(since(1));
    expect(waits([], [guest()], at(3, 1))).toEqual([]);
    const late = { arrivedAt: at(59) };
    expect([waits([], [guest(late)], at(59)), waits([], [guest(late)], at(60))]).toEqual([since(59), []]);
  });
});

describe('a visitor waits again', () => {
  it('when the last agent leaves in the middle of the call, from then on', () => {
    expect(waits([caller(), agent()], [caller(), agent(at(12))], at(12))).toEqual(since(12));
    expect(waits([caller(), agent()], [caller(), agent(at(12))], at(15))).toEqual([]);
    const second = agent(null, { conversationId: 'second' });
    expect(waits([caller(), agent(), second], [caller(), agent(at(12)), second], at(12))).toEqual([]);
  });

  it('when the host leaves for whom they waited at the door', () => {
    expect(waits([guest(), host()], [guest(), host(at(12))], at(12))).toEqual(since(12));
    const neverIn = host(at(12), { conversationId: 'pin', joinedAt: null });
    expect(waits([], [guest({ arrivedAt: at(11) }), neverIn], at(12))).toEqual(since(11));
  });

  it('each time, and once each time', () => {
    expect(waits([caller(), agent(at(12))], [caller({ isMuted: true }), agent(at(12))], at(12))).toEqual([]);
    const back = agent(null, { conversationId: 'back' });
    const gone = agent(at(20), { conversationId: 'back' });
    expect(waits([caller(), agent(at(12)), back], [caller(), agent(at(12)), gone], at(20))).toEqual(since(20));
  });

  it('but not while everybody is put out, one reported after the other', () => {
    const ended = agent(at(12), { leftReason: 'Conference terminated by a Host participant' });
    expect(waits([caller(), agent()], [caller(), ended], at(12))).toEqual([]);
    // Whoever comes after that has come to a new call.
    expect(waits([ended], [caller({ arrivedAt: at(13) }), ended], at(13))).toEqual(since(13));
  });
});

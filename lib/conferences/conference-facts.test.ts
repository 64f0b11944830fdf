import { describe, expect, test } from 'vitest';
import { conferenceFacts, type ConferenceNodeRow } from './conference-facts';
import type { Person } from './person';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const MINUTE_MS = 60_000;

function person(joined: number | null, left: number | null, over: Partial<Person> = {}): Person {
  return {
    serviceName: 'Room',
    conversationId: `${joined}-${left}`,
    displayName: null,
    address: null,
    protocol: null,
    role: 'guest',
    ticketId: null,
    agentId: null,
    isCounted: true,
    isWaiting: false,
    isMuted: false,
    room: null,
    arrivedAt: at(joined ?? 0),
    joinedAt: joined === null ? null : at(joined),
    leftAt: left === null ? null : at(left),
    leftReason: left === null ? null : 'Call disconnected',
    leftKnownBy: left === null ? null : 'reported',
    awayMs: 0,
    quality: null,
    worstQuality: null,
    streams: null,
    ...over,
  };
}
const node = (started: number, ended: number | null, over: Partial<ConferenceNodeRow> = {}): ConferenceNodeRow => ({
  serviceName: 'Room',
  mainName: 'Room',
  node: '192.0.2.11',
  serviceTag: null,
  startedAt: at(started),
  endedAt: ended === null ? null : at(ended),
  hasHost: false,
  isLocked: false,
  ...over,
});
const facts = (nodes: ConferenceNodeRow[], people: Person[]) => conferenceFacts('Room', nodes, people);

describe('a conference is over', () => {
  test('when every node that began has ended, at the last of them', () => {
    const nodes = [node(0, 20), node(5, 30, { node: '192.0.2.12' })];
    expect(facts(nodes, [person(1, 29)])).toMatchObject({ startedAt: at(0), endedAt: at(30), lastLeftAt: at(29) });
    expect(facts([...nodes, node(6, null, { node: '192.0.2.13' })], [person(1, 29)]).endedAt).toBeNull();
    expect(facts([node(40, 30)], [person(1, 29)]).endedAt).toBeNull();
  });

  test('not while somebody is there', () => {
    expect(facts([node(0, 20)], [person(1, 19), person(2, null)])).toMatchObject({ endedAt: null, endedBy: null });
    expect(facts([node(0, 20)], [person(null, null, { isCounted: false })]).endedAt).toBeNull();
  });

  test('with its last guest when no node told anything', () => {
    expect(facts([], [person(1, 19)]).endedAt).toEqual(at(19));
    expect(facts([], []).endedAt).toBeNull();
  });
});

describe('what it came to', () => {
  test('counts only who was inside, and at once only who was there at once', () => {
    const people = [person(0, 10), person(10, 20), person(5, 15), person(null, 9), person(1, 9, { isCounted: false })];
    expect(facts([node(0, 30)], people)).toMatchObject({ people: 3, peak: 2 });
  });

  test('lasted as long as somebody was inside', () => {
    expect(facts([node(0, 40)], [person(0, 10), person(5, 15), person(30, 31)]).durationMs).toBe(16 * MINUTE_MS);
    expect(facts([node(0, null)], [person(0, 10), person(12, null)])).toMatchObject({
      durationMs: null,
      lastLeftAt: null,
    });
    expect(facts([node(0, 9)], [person(null, 9)]).durationMs).toBeNull();
  });

  test('neither lasted nor was fuller while somebody was away', () => {
    const stays = [
      { from: at(0), until: at(10) },
      { from: at(30), until: at(40) },
    ];
    const people = [person(0, 40, { awayMs: 20 * MINUTE_MS }), person(12, 15)];
    const broken = new Map([[people[0]!.conversationId, stays]]);
    const conference = conferenceFacts('Room', [node(0, 40)], people, broken);
    expect(conference).toMatchObject({ people: 2, peak: 1, durationMs: 23 * MINUTE_MS, lastLeftAt: at(40) });
  });

  test('goes on without who only waits again', () => {
    const waits = person(0, null, { isWaiting: true });
    const broken = new Map([[waits.conversationId, [{ from: at(0), until: at(10) }]]]);
    const conference = conferenceFacts('Room', [node(0, null)], [waits], broken);
    expect(conference).toMatchObject({ endedAt: null, people: 1, durationMs: 10 * MINUTE_MS, lastLeftAt: at(10) });
  });

  test('takes who left before they came for nobody at any time', () => {
    expect(facts([node(0, 40)], [person(10, 9), person(20, 21)])).toMatchObject({ peak: 1, durationMs: MINUTE_MS });
  });

  test('tells who came when', () => {
    const people = [
      person(5, null, { arrivedAt: at(1) }),
      person(4, null, { role: 'host' }),
      person(6, null, { role: 'host', agentId: 'agent' }),
    ];
    expect(facts([node(1, null)], people)).toMatchObject({
      firstArrivedAt: at(1),
      firstJoinedAt: at(4),
      answeredAt: at(6),
      hasHost: true,
    });
  });

  test('has nobody answered by whose media never came', () => {
    const page = person(2, null, { role: 'host', agentId: 'agent', isCounted: false });
    expect(facts([node(1, null)], [person(1, null), page])).toMatchObject({
      hasHost: false,
      answeredAt: null,
    });
  });

  test('has a host only while one is in', () => {
    expect(facts([node(1, null)], [person(1, 3, { role: 'host' }), person(1, null)]).hasHost).toBe(false);
    expect(facts([node(1, null)], [person(null, null, { role: 'host', isWaiting: true })]).hasHost).toBe(false);
  });

  test('is locked when the meeting is, whatever its rooms are, and not when it is over', () => {
    expect(facts([node(1, null, { isLocked: true })], [person(1, null)]).isLocked).toBe(true);
    const room = node(1, null, { serviceName: 'Room_breakout_x', isLocked: true });
    expect(facts([node(1, null), room], [person(1, null)]).isLocked).toBe(false);
    expect(facts([node(1, 9, { isLocked: true })], [person(1, 9)]).isLocked).toBe(false);
  });

  test('went as badly as for whom it went worst', () => {
    expect(facts([], [person(0, 1, { worstQuality: 2 }), person(0, 1, { worstQuality: 4 })]).worstQuality).toBe(4);
    expect(facts([], [person(0, 1)]).worstQuality).toBeNull();
  });
});

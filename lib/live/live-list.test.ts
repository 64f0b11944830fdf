import { describe, expect, test } from 'vitest';
import type { ConferenceEnd } from './legs-still-there';
import { liveList, type ListedMeeting } from './live-list';
import { peopleOf, type OpenLeg } from './people-of';

const NOW = new Date('2026-11-20T12:00:00Z');
const NODE = '192.0.2.11';
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

function leg(over: Partial<OpenLeg> = {}): OpenLeg {
  return {
    conversationId: 'ann',
    displayName: 'Ann',
    role: 'guest',
    callTag: null,
    hasMedia: true,
    isMuted: false,
    isStreaming: false,
    isOutside: false,
    connectedAt: minutes(-5),
    joinedAt: minutes(-3),
    ...over,
  };
}
const people = (...legs: OpenLeg[]) => peopleOf(legs, new Set(['agent-ticket']), NOW);

describe('people', () => {
  test('a browser’s control leg and media leg are one person', () => {
    expect(people(leg({ hasMedia: false }), leg())).toHaveLength(1);
  });

  test('a browser without media is a person too', () => {
    expect(people(leg({ hasMedia: false }))).toMatchObject([{ displayName: 'Ann', isWaiting: false }]);
  });

  test('a recorder is nobody', () => {
    expect(people(leg({ isStreaming: true }))).toEqual([]);
  });

  test('who is in by the media leg is in, although the control leg still says waiting', () => {
    const since = minutes(-2);
    const person = people(
      leg({ hasMedia: false, isOutside: true, joinedAt: null }),
      leg({ connectedAt: minutes(-3), joinedAt: since }),
    )[0];
    expect(person).toMatchObject({ isWaiting: false });
  });

  test('who waits has waited since the first leg appeared', () => {
    const waiting = { isOutside: true, joinedAt: null };
    expect(
      people(
        leg({ ...waiting, hasMedia: false, connectedAt: minutes(-9) }),
        leg({ ...waiting, connectedAt: minutes(-8) }),
      ),
    ).toMatchObject([{ isWaiting: true, since: minutes(-9).toISOString() }]);
  });

  test('those who wait come first, the longest wait at the top', () => {
    const waiting = { isOutside: true, joinedAt: null };
    const listed = people(
      leg({ conversationId: 'in' }),
      leg({ conversationId: 'short', ...waiting, connectedAt: minutes(-1) }),
      leg({ conversationId: 'long', ...waiting, connectedAt: minutes(-8) }),
    );
    expect(listed.map((person) => person.id)).toEqual(['long', 'short', 'in']);
  });

  test('an agent is known by the ticket, whichever leg carries it', () => {
    expect(people(leg({ hasMedia: false, callTag: 'agent-ticket' }), leg())).toMatchObject([{ isAgent: true }]);
    expect(people(leg({ callTag: 'another-ticket' }))).toMatchObject([{ isAgent: false }]);
  });
});

function meeting(alias: string, over: Partial<ListedMeeting> = {}): ListedMeeting {
  return {
    alias,
    serviceName: alias,
    topic: null,
    visitorName: null,
    validFrom: minutes(-10),
    validUntil: minutes(50),
    cancelledAt: null,
    ...over,
  };
}

describe('the list', () => {
  const list = (meetings: ListedMeeting[], legs: [string, OpenLeg][] = [], ends: ConferenceEnd[] = []) =>
    liveList(
      {
        meetings,
        legs: legs.map(([serviceName, own]) => ({ ...own, serviceName, node: NODE })),
        ends,
        agentCallTags: new Set(['agent']),
      },
      'https://mayfly.example',
      NOW,
    ).meetings;

  test('begins with visitors who have no agent, the longest there first', () => {
    const legs: [string, OpenLeg][] = [
      ['served', leg({ conversationId: 'a', callTag: 'agent', joinedAt: minutes(-9) })],
      ['served', leg({ joinedAt: minutes(-9) })],
      ['alone', leg({ joinedAt: minutes(-2) })],
      ['alone-longer', leg({ joinedAt: minutes(-4) })],
    ];
    const later = meeting('later', { validFrom: minutes(60), validUntil: minutes(90) });
    const meetings = [later, meeting('empty'), meeting('served'), meeting('alone'), meeting('alone-longer')];
    expect(list(meetings, legs).map((entry) => entry.alias)).toEqual([
      'alone-longer',
      'alone',
      'served',
      'empty',
      'later',
    ]);
  });

  test('leaves out what is over or cancelled, unless somebody is still in it', () => {
    const over = { validUntil: minutes(-1) };
    const meetings = [
      meeting('ended', over),
      meeting('cancelled', { cancelledAt: minutes(-1) }),
      meeting('ended-but-full', over),
    ];
    expect(list(meetings, [['ended-but-full', leg()]])).toMatchObject([{ alias: 'ended-but-full', state: 'ended' }]);
  });

  test('a host who still waits for the PIN is not a host who is there', () => {
    const waiting = leg({ role: 'host', isOutside: true, joinedAt: null });
    expect(list([meeting('m')], [['m', waiting]])).toMatchObject([{ hasHost: false }]);
    expect(list([meeting('m')], [['m', leg({ role: 'host' })]])).toMatchObject([{ hasHost: true }]);
  });

  test('never leaves out a meeting with somebody in it, however many are empty', () => {
    const empty = Array.from({ length: 300 }, (_, index) => meeting(`empty-${index}`));
    const listed = list([...empty, meeting('full')], [['full', leg()]]);
    expect(listed).toHaveLength(101);
    expect(listed[0]).toMatchObject({ alias: 'full', joinUrl: 'https://mayfly.example/join/full' });
  });

  test('of too many empty ones keeps those that opened last and those that come next', () => {
    const meetings = Array.from({ length: 300 }, (_, index) => [
      meeting(`open-${index}`, { validFrom: minutes(-300 + index) }),
      meeting(`ahead-${index}`, { validFrom: minutes(30 + index), validUntil: minutes(400) }),
    ]).flat();
    const aliases = list(meetings).map((entry) => entry.alias);
    const hundred = (name: string, first: number) =>
      Array.from({ length: 100 }, (_, index) => `${name}-${first + index}`);
    expect(aliases).toEqual([...hundred('open', 200), ...hundred('ahead', 0)]);
  });

  test('nobody waits in a call whose node reported that the last one had left', () => {
    const ghost: [string, OpenLeg] = ['m', leg({ isOutside: true, joinedAt: null })];
    const end = { serviceName: 'm', node: NODE, endedAt: minutes(-1) };
    expect(list([meeting('m')], [ghost], [end])).toMatchObject([{ alias: 'm', people: [] }]);
    expect(list([meeting('m')], [ghost], [{ ...end, node: '192.0.2.12' }])).toMatchObject([{ people: [{}] }]);
  });
});

import { describe, expect, test } from 'vitest';
import { liveMeeting, shownMeetings, type ListedMeeting, type PersonThere } from './live-list';

const NOW = new Date('2026-11-20T12:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

function person(over: Partial<PersonThere> = {}): PersonThere {
  return {
    conversationId: 'ann',
    displayName: 'Ann',
    role: 'guest',
    agentId: null,
    isWaiting: false,
    isMuted: false,
    arrivedAtMs: minutes(-5).getTime(),
    joinedAtMs: minutes(-3).getTime(),
    quality: null,
    ...over,
  };
}

function meeting(alias: string, over: Partial<ListedMeeting> = {}): ListedMeeting {
  return {
    id: alias,
    alias,
    serviceName: alias,
    topic: null,
    visitorName: null,
    validFrom: minutes(-10),
    validUntil: minutes(50),
    cancelledAt: null,
    putOutAt: null,
    ...over,
  };
}

const live = (listed: ListedMeeting, ...people: PersonThere[]) =>
  liveMeeting(listed, people, 'https://mayfly.example', NOW);
const peopleOf = (...people: PersonThere[]) => live(meeting('m'), ...people)?.people;

describe('people', () => {
  test('who waits has waited since they arrived, and who is in is in since they joined', () => {
    expect(peopleOf(person({ isWaiting: true, joinedAtMs: null }))).toMatchObject([
      { since: minutes(-5).toISOString() },
    ]);
    expect(peopleOf(person())).toMatchObject([{ since: minutes(-3).toISOString() }]);
  });

  test('whoever came at a time that nobody knows is there since the doors opened, on every list alike', () => {
    const since = minutes(-20).toISOString();
    expect(peopleOf(person({ arrivedAtMs: null, joinedAtMs: null }))).toMatchObject([{ since }]);
  });

  test('those who wait come first, the longest wait at the top', () => {
    const waiting = (conversationId: string, arrivedAt: Date) =>
      person({ conversationId, arrivedAtMs: arrivedAt.getTime(), isWaiting: true });
    const there = [person({ conversationId: 'in' }), waiting('short', minutes(-1)), waiting('long', minutes(-8))];
    expect(peopleOf(...there)?.map(({ id }) => id)).toEqual(['long', 'short', 'in']);
  });

  test('someone who only has a control leg is shown, and someone without a name', () => {
    expect(peopleOf(person({ displayName: null }))).toMatchObject([{ displayName: 'Someone' }]);
  });

  test('of a crowd only the first are told, with all that the others mean to the desk', () => {
    const late = { joinedAtMs: minutes(-1).getTime() };
    const crowd = Array.from({ length: 5_000 }, (_, index) => person({ conversationId: `c-${index}`, ...late }));
    const agent = person({ conversationId: 'z', role: 'host', agentId: 'tom', ...late });
    const told = live(meeting('m'), ...crowd, agent, person({ conversationId: 'first' }));
    const since = { thereSince: minutes(-3).toISOString(), peopleCount: 5_002 };
    expect(told).toMatchObject({ hasHost: true, hasAgent: true, ...since });
    expect(told?.people).toHaveLength(12);
    expect(told?.people[0]?.id).toBe('first');
    const others = live(meeting('m'), ...crowd.slice(0, -1), { ...crowd.at(-1)!, isMuted: true }, agent);
    expect(others?.people).toEqual(live(meeting('m'), ...crowd, agent)?.people);
  });

  test('somebody has been there since whoever came first, whether they wait or not', () => {
    const waits = person({ conversationId: 'waits', isWaiting: true, arrivedAtMs: minutes(-1).getTime() });
    expect(live(meeting('m'), waits, person())?.thereSince).toBe(minutes(-3).toISOString());
    expect(live(meeting('m'))).toMatchObject({ thereSince: null, peopleCount: 0, people: [] });
  });

  test('an agent is known by the ticket', () => {
    expect(live(meeting('m'), person())).toMatchObject({ hasAgent: false });
    expect(live(meeting('m'), person({ agentId: 'tom' }))).toMatchObject({
      hasAgent: true,
      people: [{ isAgent: true }],
    });
  });
});

describe('the list', () => {
  const shown = (...listed: [ListedMeeting, ...PersonThere[]][]) =>
    shownMeetings(listed.flatMap(([one, ...people]) => live(one, ...people) ?? []));

  test('begins with visitors who have no agent, the longest there first', () => {
    const agent = person({ conversationId: 'a', agentId: 'tom', joinedAtMs: minutes(-9).getTime() });
    const meetings = shown(
      [meeting('later', { validFrom: minutes(60), validUntil: minutes(90) })],
      [meeting('empty')],
      [meeting('served'), agent, person({ joinedAtMs: minutes(-9).getTime() })],
      [meeting('alone'), person({ joinedAtMs: minutes(-2).getTime() })],
      [meeting('alone-longer'), person({ joinedAtMs: minutes(-4).getTime() })],
    );
    expect(meetings.map(({ alias }) => alias)).toEqual(['alone-longer', 'alone', 'served', 'empty', 'later']);
  });

  test('leaves out what is over or cancelled, unless somebody is still in it', () => {
    const over = { validUntil: minutes(-1) };
    const meetings = shown(
      [meeting('ended', over)],
      [meeting('cancelled', { cancelledAt: minutes(-1) })],
      [meeting('ended-but-full', over), person()],
    );
    expect(meetings).toMatchObject([{ alias: 'ended-but-full', state: 'ended' }]);
  });

  test('leaves out whoever is listed long after the end, and what is not near', () => {
    const over = (minutesAgo: number) => ({ validUntil: minutes(-minutesAgo), putOutAt: minutes(-minutesAgo) });
    expect(live(meeting('m', over(14)), person())).not.toBeNull();
    expect(live(meeting('m', over(15)), person())).toBeNull();
    expect(live(meeting('m', { validFrom: minutes(12 * 60), validUntil: minutes(13 * 60) }), person())).toBeNull();
  });

  test('keeps a meeting as long as its people were not put out, and says since when they should be', () => {
    const over = meeting('m', { validUntil: minutes(-90) });
    expect(live(over, person())).toMatchObject({ state: 'ended', endDueAt: minutes(-90).toISOString() });
    expect(live({ ...over, cancelledAt: minutes(-95) }, person())).toMatchObject({
      endDueAt: minutes(-95).toISOString(),
    });
    expect(live(over)).toBeNull();
  });

  test('a host who still waits for the PIN is not a host who is there', () => {
    const host = person({ role: 'host' });
    expect(live(meeting('m'), { ...host, isWaiting: true })).toMatchObject({ hasHost: false });
    expect(live(meeting('m'), host)).toMatchObject({ hasHost: true });
  });

  test('never leaves out a meeting with somebody in it, however many are empty', () => {
    const empty = Array.from({ length: 300 }, (_, index): [ListedMeeting] => [meeting(`empty-${index}`)]);
    const listed = shown(...empty, [meeting('full'), person()]);
    expect(listed).toHaveLength(101);
    expect(listed[0]).toMatchObject({ alias: 'full', joinUrl: 'https://mayfly.example/join/full' });
  });

  test('of too many empty ones keeps those that opened last and those that come next', () => {
    const meetings = Array.from({ length: 300 }, (_, index): [ListedMeeting][] => [
      [meeting(`open-${index}`, { validFrom: minutes(-300 + index) })],
      [meeting(`ahead-${index}`, { validFrom: minutes(30 + index), validUntil: minutes(400) })],
    ]).flat();
    const aliases = shown(...meetings).map((entry) => entry.alias);
    const hundred = (name: string, first: number) =>
      Array.from({ length: 100 }, (_, index) => `${name}-${first + index}`);
    expect(aliases).toEqual([...hundred('open', 200).reverse(), ...hundred('ahead', 0)]);
  });
});

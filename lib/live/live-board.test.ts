import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveBoard, type BoardChange } from './live-board';
import { liveMeeting, type ListedMeeting, type PersonThere } from './live-list';
import { applyChanges, type LiveList, type LiveMeeting } from './live-meeting';
import type { FoundMeeting } from './live-store';

const NOW = new Date('2026-11-20T12:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const nobody = { serviceNames: new Set<string>(), meetingIds: new Set<string>() };
const named = (...names: string[]) => ({ ...nobody, serviceNames: new Set(names) });

function person(index: number, over: Partial<PersonThere> = {}): PersonThere {
  const times = { arrivedAtMs: minutes(-index).getTime(), joinedAtMs: minutes(-index).getTime() };
  const known = { conversationId: `person-${index}`, displayName: 'Ann', role: 'guest' as const, quality: null };
  return { ...known, ...times, agentId: null, isWaiting: false, isMuted: false, ...over };
}

/** A meeting as the store finds it; null when it is on no desk. */
function found(name: string, people: PersonThere[] = [], over: Partial<ListedMeeting> = {}): FoundMeeting | null {
  const window = { validFrom: minutes(-10), validUntil: minutes(50), cancelledAt: null, putOutAt: null };
  const meeting = { id: `id-${name}`, alias: `alias-${name}`, serviceName: name, topic: null, visitorName: null };
  const live = liveMeeting({ ...meeting, ...window, ...over }, people, 'https://mayfly.example', NOW);
  return live && { id: meeting.id, serviceName: name, live };
}
const present = (...all: (FoundMeeting | null)[]) => all.filter((one) => one !== null);
const aliases = (change: BoardChange | null) => change && [...change.meetings.keys()];

describe('the board', () => {
  test('tells only what is different', () => {
    const board = liveBoard();
    expect(aliases(board.takeAll(present(found('a'), found('b'))))).toEqual(['alias-a', 'alias-b']);
    expect(board.takeAll(present(found('b'), found('a')))).toBeNull();
    expect(aliases(board.takeNamed(named('b'), present(found('b', [person(1)]))))).toEqual(['alias-b']);
  });

  test('tells of what is gone, by whichever name it was looked for', () => {
    const board = liveBoard();
    board.takeAll(present(found('a'), found('b'), found('c')));
    expect(board.takeNamed(named('a'), [])).toEqual({ meetings: new Map(), removed: ['alias-a'] });
    expect(board.takeNamed({ ...nobody, meetingIds: new Set(['id-b']) }, [])?.removed).toEqual(['alias-b']);
    expect(board.takeAll([])?.removed).toEqual(['alias-c']);
  });

  test('says nothing of a conference that is none of ours', () => {
    const board = liveBoard();
    board.takeAll(present(found('a')));
    expect(board.takeNamed(named('somebody else’s'), [])).toBeNull();
  });
});

const anyPerson = fc.record({ index: fc.integer({ min: 0, max: 5 }), isWaiting: fc.boolean(), isAgent: fc.boolean() });
const anyLook = fc.record({
  name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  people: fc.uniqueArray(anyPerson, { maxLength: 4, selector: ({ index }) => index }),
  isCancelled: fc.boolean(),
  isAll: fc.boolean(),
});

test('whoever follows the changes, from whichever moment, has what the board has, in the same order', () => {
  fc.assert(
    fc.property(fc.array(anyLook, { maxLength: 30 }), fc.nat(30), (looks, beginsAt) => {
      const board = liveBoard();
      const truth = new Map<string, FoundMeeting>();
      const shown = () => board.shown().map((json) => JSON.parse(json) as LiveMeeting);
      let list: LiveList = { serverTime: '', meetings: [] };
      for (const [step, look] of looks.entries()) {
        const people = look.people.map(({ index, isWaiting, isAgent }) =>
          person(index, { isWaiting, agentId: isAgent ? 'tom' : null }),
        );
        const one = found(look.name, people, { cancelledAt: look.isCancelled ? NOW : null });
        if (one) truth.set(look.name, one);
        else truth.delete(look.name);
        const change = look.isAll
          ? board.takeAll([...truth.values()])
          : board.takeNamed(named(look.name), present(one));
        if (step < beginsAt) list = { serverTime: '', meetings: shown() };
        else if (change) {
          const meetings = [...change.meetings.values()].map((json) => JSON.parse(json) as LiveMeeting);
          list = applyChanges(list, { serverTime: '', meetings, removed: change.removed });
        }
        expect(list.meetings).toEqual(shown());
      }
    }),
    { numRuns: 150 },
  );
});

test('a meeting that did not change stays the same object for the desk', () => {
  const [a, b] = present(found('a', [person(1)]), found('b')).map(({ live }) => live);
  const list = { serverTime: '', meetings: [a!, b!] };
  const after = applyChanges(list, { serverTime: '', meetings: [{ ...b!, topic: 'Claim' }], removed: [] });
  expect(after.meetings[0]).toBe(a);
});

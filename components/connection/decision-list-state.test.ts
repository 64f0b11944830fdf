import { describe, expect, it } from 'vitest';
import type { ReportedDecision } from '@/lib/decisions/decision-reports';
import { newerSince, showHeld, startWith, withNewer, withOlder } from './decision-list-state';

const SERVER_TIME = '2026-11-21T12:00:00.000Z';

/** The decision made in that second. */
function decision(second: number): ReportedDecision {
  const at = new Date(Date.parse(SERVER_TIME) + second * 1_000).toISOString();
  const asked = { request: 'service', alias: 'a', meetingId: null, location: 'Oslo', node: 'n', protocol: 'api' };
  const who = { caller: 'Dana', callerAlias: 'Dana', asked: '' };
  return { id: `id-${second}`, at, ...asked, ...who, outcome: 'reject', reason: 'ended', latencyUs: 1 };
}

const page = (seconds: number[], before: string | null = null) => ({
  serverTime: SERVER_TIME,
  decisions: seconds.map(decision),
  before,
});
const down = (from: number, count: number) => Array.from({ length: count }, (_, index) => from - index);
const secondsIn = (decisions: readonly ReportedDecision[]) => decisions.map(({ id }) => Number(id.slice(3)));

describe('the list of decisions, while it is followed', () => {
  it('shows what is new on top, once, also what was stored late', () => {
    const list = withNewer(startWith(page([5, 3, 1])), page([7, 6, 5, 4]), false);
    expect(secondsIn(list.shown)).toEqual([7, 6, 5, 4, 3, 1]);
    expect(list.held).toEqual([]);
  });

  it('looks again a little further back than it was last read', () => {
    expect(newerSince(startWith(page([])))).toBe('2026-11-21T11:59:30.000Z');
  });

  it('stays a page long, and can be continued where it ends', () => {
    const list = withNewer(startWith(page(down(50, 50))), page([52, 51]), false);
    expect(secondsIn(list.shown)).toEqual(down(52, 50));
    expect(list.before).toBe(`${decision(3).at}_id-3`);
  });

  it('does not move while somebody reads, and shows everything when they ask', () => {
    const reading = withNewer(startWith(page([2, 1])), page([4, 3]), true);
    const later = withNewer(reading, page([5, 4]), true);
    expect(secondsIn(later.shown)).toEqual([2, 1]);
    expect(secondsIn(later.held)).toEqual([5, 4, 3]);
    expect(secondsIn(showHeld(later).shown)).toEqual([5, 4, 3, 2, 1]);
  });

  it('begins anew when more has come than it could know, so that nothing in between is missing', () => {
    const list = withNewer(startWith(page([2, 1])), page(down(200, 50), 'more'), false);
    expect(secondsIn(list.shown)).toEqual(down(200, 50));
    expect(list.before).toBe('more');
  });

  it('tells a reader’s list that it has to be read anew', () => {
    const list = withNewer(startWith(page([2, 1])), page(down(200, 50), 'more'), true);
    expect(secondsIn(list.shown)).toEqual([2, 1]);
    expect(list.isBehind).toBe(true);
  });

  it('holds no more than a page for a reader, however long they read', () => {
    let list = startWith(page([1]));
    for (let second = 2; second < 200; second += 1) list = withNewer(list, page([second, second - 1]), true);
    expect(secondsIn(list.held)).toEqual(down(199, 50));
    expect(list.isBehind).toBe(true);
  });
});

it('older decisions follow, each once', () => {
  const list = withOlder(startWith(page([9, 8], 'here')), page([8, 7, 6], 'there'));
  expect(secondsIn(list.shown)).toEqual([9, 8, 7, 6]);
  expect(list.before).toBe('there');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveLog, type LiveLog } from './live-log';

/** A change of one meeting, which as JSON has this length. */
const change = (alias: string, length = 3, is = 'x') => ({
  meetings: new Map([[alias, JSON.stringify(is.repeat(length - 2))]]),
  removed: [],
});
const gone = (...aliases: string[]) => ({ meetings: new Map<string, string>(), removed: aliases });

/** What a desk at this version reads. */
function read(log: LiveLog, version: number): { meetings: string[]; removed: string[] } | null {
  const news = log.since(version);
  return news && (JSON.parse(`{${new TextDecoder().decode(news.body)}`) as { meetings: string[]; removed: string[] });
}

describe('the log', () => {
  test('holds everything that changed since a version that it covers', () => {
    const log = liveLog('e', 10_000);
    for (const is of ['a', 'b', 'c']) log.add(change(is, 3, is));
    log.add(gone('b'));
    expect(log.version).toBe(4);
    expect(log.since(0)?.version).toBe(4);
    expect(read(log, 0)).toEqual({ meetings: ['a', 'c'], removed: ['b'] });
    expect(read(log, 2)).toEqual({ meetings: ['c'], removed: ['b'] });
    expect(read(log, 4)).toBeNull();
    expect([0, 4].map((version) => log.covers(version))).toEqual([true, true]);
  });

  test('covers no version that is yet to come, as that of a sequence which nobody wrote', () => {
    expect(liveLog('e', 1_000).covers(1)).toBe(false);
  });

  test('holds of one large meeting what came last, and covers all there was, however often it changed', () => {
    const log = liveLog('e', 100_000);
    log.add(change('small'));
    for (let count = 0; count < 100; count += 1) log.add(change('large', 50_000, String(count % 10)));
    expect(log.covers(0)).toBe(true);
    expect(read(log, 0)?.meetings.map((meeting) => meeting[0])).toEqual(['x', '9']);
    expect(log.since(0)!.body.length).toBeLessThan(51_000);
    expect(read(log, 50)?.meetings).toHaveLength(1);
  });

  test('lets go of what changed longest ago, and says so', () => {
    const log = liveLog('e', 1_000);
    for (let count = 0; count < 10; count += 1) log.add(change(`meet-${count}`, 100));
    expect(read(log, 0)?.meetings).toHaveLength(3);
    expect([6, 7].map((version) => log.covers(version))).toEqual([false, true]);
  });

  test('keeps the latest change, however large', () => {
    const log = liveLog('e', 1_000);
    log.add(change('a'));
    log.add(change('b', 5_000));
    expect([0, 1, 2].map((version) => log.covers(version))).toEqual([false, true, true]);
  });

  test('is bounded although every change is tiny', () => {
    const log = liveLog('e', 10_000);
    for (let count = 0; count < 1_000; count += 1) log.add(change(`meet-${count}`));
    expect(read(log, 0)!.meetings.length).toBeLessThan(50);
  });
});

const anyStep = fc.record({
  alias: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  isGone: fc.boolean(),
  length: fc.integer({ min: 2, max: 400 }),
  reads: fc.array(fc.nat(2), { maxLength: 2 }),
});

test('whoever reads at any time, and begins anew where the log says so, has in the end what was told', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      const log = liveLog('e', 1_500);
      const truth = new Map<string, string>();
      const desks = [0, 1, 2].map(() => ({ version: 0, has: new Map<string, string>() }));
      const catchUp = (desk: (typeof desks)[number]) => {
        const news = log.covers(desk.version) ? read(log, desk.version) : null;
        if (!log.covers(desk.version)) desk.has = new Map(truth);
        for (const meeting of news?.meetings ?? []) desk.has.set(meeting[0]!, meeting);
        for (const alias of news?.removed ?? []) desk.has.delete(alias);
        desk.version = log.version;
        expect(desk.has).toEqual(truth);
      };
      for (const [count, { alias, isGone, length, reads }] of steps.entries()) {
        const meeting = `${alias}${count}${'-'.repeat(length)}`;
        if (isGone) truth.delete(alias);
        else truth.set(alias, meeting);
        log.add(isGone ? gone(alias) : { meetings: new Map([[alias, JSON.stringify(meeting)]]), removed: [] });
        for (const index of reads) catchUp(desks[index]!);
      }
      desks.forEach(catchUp);
    }),
    { numRuns: 300 },
  );
});

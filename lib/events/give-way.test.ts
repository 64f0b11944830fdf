import { describe, expect, it } from 'vitest';
import { giveWay, isFlood, type Moment } from './give-way';

describe('what is stored', () => {
  it('is no flood as long as a desk can follow, however slowly it is stored', () => {
    expect(isFlood({ events: 40, deliveries: 40, waited: 40 }, 100)).toBe(false);
  });

  it('is no flood while storing keeps up by itself, however much it is', () => {
    expect(isFlood({ events: 5_000, deliveries: 50, waited: 10 }, 100)).toBe(false);
  });

  it('is a flood when so many come that nodes wait for each other', () => {
    expect(isFlood({ events: 5_000, deliveries: 50, waited: 20 }, 100)).toBe(true);
    expect(isFlood({ events: 60, deliveries: 60, waited: 60 }, 100)).toBe(true);
  });
});

describe('applying what was stored', () => {
  /** How long it rests after so much work, while a flood comes that ends so long after the work. */
  async function restAfter(workMs: number, floodMs: number): Promise<number> {
    let at = 0;
    const look = (): Moment => {
      const flooded = Math.min(at, workMs + floodMs);
      return { at, stored: { events: flooded * 10, deliveries: flooded, waited: flooded } };
    };
    const begun = look();
    at = workMs;
    await giveWay(begun, look, true, async (ms) => (at += ms));
    return at - workMs;
  }

  /** How long it rests after so much work where there is no flood. */
  async function restWithoutFlood(workMs: number, isMore: boolean): Promise<number> {
    const begun = { at: 0, stored: { events: 0, deliveries: 0, waited: 0 } };
    let at = workMs;
    await giveWay(
      begun,
      () => ({ ...begun, at }),
      isMore,
      async (ms) => (at += ms),
    );
    return at - workMs;
  }

  it('goes on at once where there is no flood, with what there is more of also after long work', async () => {
    expect(await restWithoutFlood(100, false)).toBe(10);
    expect(await restWithoutFlood(1_000, true)).toBe(10);
  });

  it('leaves half of the time to callers where few events are much work, as in a meeting of thousands', async () => {
    expect(await restWithoutFlood(500, false)).toBe(500);
    expect(await restWithoutFlood(60_000, false)).toBe(1_000);
  });

  it('takes a twentieth of the time in a flood', async () => {
    expect(await restAfter(200, Infinity)).toBe(3_800);
  });

  it('ends its rest when the flood does', async () => {
    expect(await restAfter(1_000, 500)).toBe(610);
  });

  it('is never put off for longer than ten seconds', async () => {
    expect(await restAfter(60_000, Infinity)).toBe(10_000);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingState } from '@/lib/meetings/meeting';
import type { MeetingResponse } from '@/lib/meetings/schemas';
import type { ApiResult } from './meeting-api';
import { watchMeeting, type MeetingNews, type MeetingWatch } from './meeting-watch';

const START = Date.parse('2026-01-01T09:00:00Z');
const HOUR = 60 * 60 * 1000;

let asked: number[];
let news: MeetingNews[];
let watch: MeetingWatch;
let answer: () => Promise<ApiResult<MeetingResponse>>;

const meeting =
  (state: MeetingState, validUntilMs: number, skewMs = 0) =>
  async (): ReturnType<typeof answer> => {
    const [validFrom, validUntil] = [new Date(START).toISOString(), new Date(validUntilMs).toISOString()];
    const value = { alias: 'meet-a', topic: null, state, validFrom, validUntil, serverTime: validFrom };
    return { ok: true, value, skewMs };
  };
const noAnswer = async (): ReturnType<typeof answer> => ({ ok: false, failure: 'site-unreachable' });

function begin(validUntilMs = START + HOUR, skewMs = 0) {
  const read = (alias: string, _withinMs?: number, invitation?: string | null) => {
    expect([alias, invitation]).toEqual(['meet-a', 'secret']);
    asked.push(Date.now() - START);
    return answer();
  };
  watch = watchMeeting(
    { alias: 'meet-a', invitation: 'secret' },
    { validUntilMs, skewMs },
    (heard) => news.push(heard),
    read,
  );
}

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  [asked, news, answer] = [[], [], meeting('open', START + HOUR)];
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

describe('during a call', () => {
  it('our site is asked every half minute', async () => {
    begin();
    await vi.advanceTimersByTimeAsync(95_000);
    expect(asked).toEqual([30_000, 60_000, 90_000]);
  });

  it('a cancellation is heard within half a minute', async () => {
    begin();
    answer = meeting('cancelled', START + HOUR);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(news).toMatchObject([{ state: 'cancelled' }]);
  });

  it('a machine that wakes asks at once', async () => {
    begin();
    await vi.advanceTimersByTimeAsync(1_000);
    vi.setSystemTime(START + 25_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([26_000]);
  });

  it('an end moved nearer is the end from then on', async () => {
    begin();
    answer = meeting('open', START + 40_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(news).toMatchObject([{ state: 'open', validUntilMs: START + 40_000, timeLeftMs: 10_000 }]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(news.at(-1)).toMatchObject({ timeLeftMs: 0 });
  });

  it('an end moved away before it came is not reached', async () => {
    begin(START + 50_000);
    answer = meeting('open', START + HOUR);
    await vi.advanceTimersByTimeAsync(55_000);
    expect(asked).toEqual([30_000]);
    expect(news).toMatchObject([{ validUntilMs: START + HOUR }]);
  });

  it('an ask that fails leaves what is known, and is repeated', async () => {
    begin();
    answer = noAnswer;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(news).toMatchObject([
      { state: null, validUntilMs: START + HOUR },
      { state: null, validUntilMs: START + HOUR },
    ]);
  });

  it('the server’s clock counts, also when ours turns out to be wrong', async () => {
    begin();
    answer = meeting('open', START + HOUR, HOUR - 35_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(news).toMatchObject([{ timeLeftMs: 5_000 }]);
  });

  it('a slow answer is not overtaken by a second question', async () => {
    begin(START + 5_000);
    let finish = () => {};
    answer = () => new Promise((resolve) => (finish = () => void noAnswer().then(resolve)));
    await vi.advanceTimersByTimeAsync(9_000);
    expect(asked).toEqual([5_000]);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(news).toMatchObject([{ state: null, timeLeftMs: -4_000 }]);
  });
});

describe('after the watch was stopped', () => {
  it('nothing is asked any more', async () => {
    begin();
    watch.stop();
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(asked).toEqual([]);
  });

  it('an answer on its way is not heard', async () => {
    begin();
    const late = watch.ask();
    watch.stop();
    expect(await late).toBeNull();
    expect(news).toEqual([]);
  });
});

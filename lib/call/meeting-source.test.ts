import { beforeEach, describe, expect, it } from 'vitest';
import type { CreatedMeetingResponse } from '@/lib/meetings/schemas';
import type { ApiResult } from './meeting-api';
import { createMeetingSource, type MeetingSource } from './meeting-source';

let made: string[];
let cancelled: string[];
let isReachable: boolean;
let source: MeetingSource;

const api = {
  async createMeeting(displayName: string): Promise<ApiResult<CreatedMeetingResponse>> {
    if (!isReachable) return { ok: false, failure: 'site-unreachable' };
    const alias = `meet-${made.push(displayName)}`;
    const window = { validFrom: '2026-01-01T09:00:00Z', validUntil: '2026-01-01T10:00:00Z' };
    return { ok: true, value: { ...window, alias, joinUrl: '', state: 'open', hostKey: `key of ${alias}` }, skewMs: 0 };
  },
  async cancelMeeting(alias: string, hostKey: string) {
    cancelled.push(`${alias} by ${hostKey}`);
  },
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => {
  [made, cancelled, isReachable] = [[], [], true];
  source = createMeetingSource(null, api);
});

describe('where none is planned', () => {
  it('one meeting is made, with its host key, for all tries', async () => {
    expect(await source.find('Dana')).toMatchObject({ value: { alias: 'meet-1', hostKey: 'key of meet-1' } });
    expect(await source.find('Dana')).toMatchObject({ value: { alias: 'meet-1' } });
    expect(made).toEqual(['Dana']);
  });

  it('a second try while the first is on its way gets the same meeting', async () => {
    const [first, second] = await Promise.all([source.find('Dana'), source.find('Dana')]);
    expect(first).toEqual(second);
    expect(made).toHaveLength(1);
  });

  it('a meeting that could not be made is tried anew', async () => {
    isReachable = false;
    expect(await source.find('Dana')).toEqual({ ok: false, failure: 'site-unreachable' });
    isReachable = true;
    expect(await source.find('Dana')).toMatchObject({ value: { alias: 'meet-1' } });
  });

  it('a forgotten one gives way to a new one', async () => {
    await source.find('Dana');
    source.forget();
    expect(await source.find('Dana')).toMatchObject({ value: { alias: 'meet-2' } });
  });
});

describe('who goes away', () => {
  it('without having been in the meeting takes it back', async () => {
    await source.find('Dana');
    source.abandon();
    await settled();
    expect(cancelled).toEqual(['meet-1 by key of meet-1']);
  });

  it('while it is being made takes it back as soon as it is there', async () => {
    void source.find('Dana');
    source.abandon();
    await settled();
    expect(cancelled).toEqual(['meet-1 by key of meet-1']);
  });

  it('after having been in it leaves it to the others', async () => {
    await source.find('Dana');
    source.markUsed();
    source.abandon();
    await settled();
    expect(cancelled).toEqual([]);
  });

  it('without having made one changes nothing', async () => {
    source.abandon();
    const invited = createMeetingSource({ alias: 'meet-theirs', hostKey: 'theirs' }, api);
    await invited.find('Sam');
    invited.abandon();
    await settled();
    expect([made, cancelled]).toEqual([[], []]);
  });
});

describe('a meeting from elsewhere', () => {
  const there = { alias: 'meet-there', hostKey: null };

  it('is gone on with in place of the one that was made here and not used', async () => {
    await source.find('Dana');
    source.goOnWith(there);
    expect(await source.find('Dana')).toMatchObject({ value: there });
    await settled();
    expect(cancelled).toEqual(['meet-1 by key of meet-1']);
  });

  it('is not ours to take back', async () => {
    source.goOnWith(there);
    source.abandon();
    await settled();
    expect(cancelled).toEqual([]);
  });

  it('gives way to a new one once it was left, or to the planned one', async () => {
    source.goOnWith(there);
    source.leave();
    expect(await source.find('Dana')).toMatchObject({ value: { alias: 'meet-1' } });
    const planned = createMeetingSource({ alias: 'meet-theirs', hostKey: 'theirs' }, api);
    planned.goOnWith(there);
    planned.leave();
    expect(await planned.find('Dana')).toMatchObject({ value: { alias: 'meet-theirs' } });
  });
});

it('a meeting that was made and not used is used by the next try', async () => {
  await source.find('Dana');
  source.leave();
  expect(await source.find('Dana')).toMatchObject({ value: { alias: 'meet-1' } });
});

it('a planned meeting is the one, also after it was forgotten', async () => {
  const planned = { alias: 'meet-theirs', hostKey: null };
  source = createMeetingSource(planned, api);
  source.forget();
  expect(await source.find('Sam')).toMatchObject({ value: planned });
  expect(made).toEqual([]);
});

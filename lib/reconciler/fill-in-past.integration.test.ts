import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { readDelivery } from '@/lib/events/read-delivery';
import { storeEvents } from '@/lib/events/store-events';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { untilApplied } from '@/lib/testing/until-applied';
import { fillInPast } from './fill-in-past';
import { reconcile } from './reconcile';
import type { ReconcilerReport } from './reconciler-report';
import { loadReport } from './report-store';

let management: TestManagementNode;
const NODE = '192.0.2.11';
const MINUTE = 60_000;
const HISTORY = 'history/v1/participant';
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
const secondsAgo = (minutes: number) => ago(minutes).getTime() / 1000;
const onWire = (time: Date) => time.toISOString().replace('Z', '');

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
});
afterAll(() => management.close());
beforeEach(async () => {
  const lists = ['status/v1/participant', 'status/v1/conference_shard', 'status/v1/alarm', HISTORY];
  for (const list of [...lists, 'configuration/v1/event_sink']) management.lists.set(list, []);
  management.lists.set('status/v1/worker_vm', [{ id: 1, name: 'harbour-1' }]);
  Object.assign(management, { refuse: () => null, ignoresFilters: false, ignoresOrder: false, mostRows: Infinity });
  management.asked.length = 0;
  await database().setting.deleteMany();
  await database().$executeRaw`truncate rate_limit`;
});

const past = (id: string, serviceName: string, change: object = {}) => ({
  ...{ id, conversation_id: `talk-${id}`, conference_name: serviceName, display_name: 'Dana', role: 'guest' },
  ...{ protocol: 'WebRTC', service_type: 'conference', has_media: true, media_node: NODE, call_tag: '' },
  ...{ start_time: onWire(ago(9)), end_time: onWire(ago(4)), disconnect_reason: 'Call disconnected', ...change },
});

/** A stay as its node reports it: from nine to four minutes ago. */
async function report(conference: string, uuid: string, conversation_id: string, more = {}): Promise<void> {
  const data = { uuid, conversation_id, conference, service_type: 'conference', ...more };
  const events = [
    { event: 'participant_connected', time: secondsAgo(9), data },
    { event: 'participant_disconnected', time: secondsAgo(4) + 1, data: { ...data, disconnect_reason: 'Reported' } },
  ].map((event, index) => ({ node: NODE, seq: index + 1, version: 2, ...event }));
  await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events })));
  await untilApplied();
}

const people = (serviceName: string) =>
  database().participant.findMany({ where: { serviceName }, orderBy: { conversationId: 'asc' } });

describe('who came and went while nobody told us', () => {
  it('is filled in from history, once, and strangers and those we know are not', async () => {
    const { serviceName } = await storedMeeting();
    await report(serviceName, 'known', 'talk-known');
    management.lists.set(HISTORY, [
      past('missed', serviceName),
      past('other id of', serviceName, { conversation_id: 'talk-known' }),
      past('stranger', 'Theirs'),
      past('just now', serviceName, { end_time: onWire(new Date()) }),
    ]);
    for (const filledIn of [1, 0]) {
      await reconcile(new Date());
      await untilApplied();
      expect(await loadReport()).toMatchObject({ filledIn, problem: null, pastProblem: null });
    }
    expect(await database().sinkEvent.count({ where: { subject: 'leg:missed' } })).toBe(2);
    const [known, dana, ...others] = await people(serviceName);
    expect(others).toEqual([]);
    expect(known).toMatchObject({ conversationId: 'talk-known', leftReason: 'Reported' });
    expect(dana).toMatchObject({ displayName: 'Dana', isCounted: true, leftReason: 'Call disconnected' });
    expect(dana!.leftAt!.getTime() - dana!.joinedAt!.getTime()).toBeCloseTo(5 * MINUTE, -3);
    const conference = await database().conference.findUniqueOrThrow({ where: { serviceName } });
    expect(conference.endedAt).not.toBeNull();
  });

  it('has the media that are missing to a control leg', async () => {
    const { serviceName } = await storedMeeting();
    await report(serviceName, 'control', 'talk', { protocol: 'API', has_media: false });
    expect(await people(serviceName)).toMatchObject([{ isCounted: false }]);
    const control = past('control in history', serviceName, {
      conversation_id: 'talk',
      protocol: 'API',
      has_media: false,
    });
    management.lists.set(HISTORY, [control, past('media', serviceName, { conversation_id: 'talk' })]);
    for (const filledIn of [1, 0]) {
      await reconcile(new Date());
      await untilApplied();
      expect(await loadReport()).toMatchObject({ filledIn });
    }
    expect(await people(serviceName)).toMatchObject([{ isCounted: true, conversationId: 'talk' }]);
  });

  it('is nobody who was called and did not answer', async () => {
    const { serviceName } = await storedMeeting();
    const called = { call_direction: 'out', service_type: 'connecting', protocol: 'SIP' };
    management.lists.set(HISTORY, [past('called', serviceName, called)]);
    await reconcile(new Date());
    await untilApplied();
    expect(await people(serviceName)).toMatchObject([{ isCounted: false, arrivedAt: null, joinedAt: null }]);
  });

  it('is nobody twice when their node reports after all, under an id of its own', async () => {
    const { serviceName } = await storedMeeting();
    management.lists.set(HISTORY, [past('id in history', serviceName)]);
    await reconcile(new Date());
    await untilApplied();
    await report(serviceName, 'id in events', 'talk-id in history');
    expect(await people(serviceName)).toMatchObject([{ displayName: 'Dana', conversationId: 'talk-id in history' }]);
  });

  it('is the stay that is reported once their node reports it under the same id', async () => {
    const { serviceName } = await storedMeeting();
    management.lists.set(HISTORY, [past('same', serviceName)]);
    await reconcile(new Date());
    await untilApplied();
    await report(serviceName, 'same', 'talk-same');
    expect(await people(serviceName)).toMatchObject([{ leftReason: 'Reported', leftKnownBy: 'reported' }]);
  });
});

describe('history', () => {
  /** Legs that left one after the other, the first two hours ago, in the order in which they did not leave. */
  const manyPast = (count: number, serviceName: string) =>
    Array.from({ length: count }, (_, index) => {
      const leftAt = new Date(ago(120).getTime() + index * 1_000);
      return past(`many-${index}`, serviceName, { start_time: onWire(leftAt), end_time: onWire(leftAt) });
    }).reverse();
  const isKnown = async (id: string) => (await database().sinkEvent.count({ where: { subject: `leg:${id}` } })) > 0;
  /** The next look, a minute later as far as the number of requests goes. */
  const look = async (report: ReconcilerReport): Promise<ReconcilerReport> => {
    await database().$executeRaw`truncate rate_limit`;
    return { ...report, ...(await fillInPast(settings().management!, report, new Date())) };
  };
  /** Answers so many of the pages that are asked for. */
  const answerOnly = (pages: number) => {
    let asked = 0;
    management.refuse = (path) => (path.startsWith(HISTORY) && (asked += 1) > pages ? 500 : null);
  };

  it('is filled in page by page, and the next look goes on where the last one got to', async () => {
    const { serviceName } = await storedMeeting();
    // The last of a page alone is ours: that the others are filled in too is told above.
    const many = manyPast(5_010, 'Theirs');
    const ours = [0, 4_999, 5_000, 5_009];
    for (const index of ours) many[many.length - 1 - index]!.conference_name = serviceName;
    management.lists.set(HISTORY, many);
    answerOnly(1);
    await reconcile(new Date());
    const report = await loadReport();
    expect(report).toMatchObject({ problem: null, filledIn: 2 });
    expect(report.pastProblem).toContain('500');
    expect(await Promise.all(ours.map((index) => isKnown(`many-${index}`)))).toEqual([true, true, false, false]);
    await untilApplied();

    management.refuse = () => null;
    management.asked.length = 0;
    await reconcile(new Date());
    expect(await loadReport()).toMatchObject({ pastProblem: null, filledIn: 2 });
    const [asked] = management.asked.filter((each) => each.includes(HISTORY));
    const lastRead = many[many.length - 5_000]!.end_time;
    expect(asked).toContain(`end_time__gte=${lastRead.slice(0, 19)}`);
    expect(await isKnown('many-5009')).toBe(true);
  }, 60_000);

  it('with a row that cannot be read is filled in with the others, and the next look goes on', async () => {
    const { serviceName } = await storedMeeting();
    const odd = { id: null, end_time: onWire(ago(30)) };
    management.lists.set(HISTORY, [odd, past('beside', serviceName)]);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await reconcile(new Date());
    expect(await isKnown('beside')).toBe(true);
    expect(await loadReport()).toMatchObject({ pastProblem: null, pastReadAt: expect.any(Date) as Date });
  });

  it('that is not in order is begun again, for nobody knows what was read of it', async () => {
    management.lists.set(HISTORY, manyPast(5_010, 'Theirs'));
    management.ignoresFilters = true;
    answerOnly(1);
    await reconcile(new Date());
    expect((await loadReport()).pastReadAt).toBeNull();
  });

  it('that is long and not in order is read in pieces, all of it', async () => {
    const { serviceName } = await storedMeeting();
    const many = Array.from({ length: 240 }, (_, index) => {
      const leftAt = new Date(ago(130).getTime() + index * 30_000);
      const conference = index % 7 === 0 ? serviceName : 'Theirs';
      return past(`piece-${index}`, conference, { start_time: onWire(leftAt), end_time: onWire(leftAt) });
    }).reverse();
    management.lists.set(HISTORY, many);
    Object.assign(management, { ignoresOrder: true, mostRows: 20 });
    let report = await look(await loadReport());
    for (let round = 0; round < 20 && report.pastWindowMs !== null; round += 1) report = await look(report);
    expect(report).toMatchObject({ pastProblem: null, pastWindowMs: null, pastReadAt: expect.any(Date) as Date });
    const ours = many.filter((leg) => leg.conference_name === serviceName);
    expect(await Promise.all(ours.map(({ id }) => isKnown(id)))).toEqual(ours.map(() => true));
  }, 60_000);

  it('that can be read in no piece is told to the desk', async () => {
    management.lists.set(HISTORY, manyPast(240, 'Theirs'));
    Object.assign(management, { ignoresFilters: true, mostRows: 20 });
    const first = await look({ ...(await loadReport()), pastWindowMs: 2_000 });
    expect(first).toMatchObject({ pastReadAt: null, pastProblem: null });
    const second = await look(first);
    expect(second.pastProblem).toMatch(/too long/);
    expect(await look(second)).toEqual(second);
  });

  it('is asked for since the last look, and a little before it', async () => {
    await reconcile(new Date());
    const { pastReadAt } = await loadReport();
    await reconcile(new Date());
    const [first, second] = management.asked
      .filter((each) => each.includes(HISTORY))
      .map((each) => new Date(`${/end_time__gte=([^&]*)/.exec(each)![1]!}Z`).getTime());
    expect(Date.now() - first!).toBeGreaterThan(23 * 60 * MINUTE);
    expect(pastReadAt!.getTime() - second!).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(pastReadAt!.getTime() - second!).toBeLessThan(6 * MINUTE);
  });

  it('that may not be read keeps nothing else from being compared, and is read from where it was', async () => {
    await reconcile(new Date());
    const { pastReadAt } = await loadReport();
    management.refuse = (path) => (path.startsWith('history/') ? 403 : null);
    await reconcile(new Date());
    const report = await loadReport();
    expect(report).toMatchObject({ problem: null, pastReadAt });
    expect(report.pastProblem).toContain('403');
  });
});

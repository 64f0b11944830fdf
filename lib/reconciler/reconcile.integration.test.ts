import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settings } from '@/lib/config/env';
import { database, pool } from '@/lib/db/client';
import { UNKNOWN_LEG } from '@/lib/events/leg-state';
import { conferenceNodeFold } from '@/lib/events/project-conference-node';
import { reconcileSoon } from '@/lib/jobs/reconcile-soon';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { loadEventsReport } from './comparison-report';
import { reconcile } from './reconcile';
import { loadReport, saveReport } from './report-store';

let management: TestManagementNode;
const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
const APP_URL = 'http://meet.example.com';
const NODE = '192.0.2.11';
const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
const onWire = (time: Date) => time.toISOString().replace('Z', '');

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries({ ...managementSettings(management), APP_URL })) vi.stubEnv(name, value);
});
afterAll(() => management.close());

const LISTS = ['status/v1/participant', 'status/v1/conference_shard', 'status/v1/alarm', 'status/v1/conference'];

beforeEach(async () => {
  for (const list of [...LISTS, 'history/v1/participant']) management.lists.set(list, []);
  // Where nobody at all is listed, the first look is not believed.
  management.lists.set('status/v1/participant', [listed('somebody', { conference: 'Elsewhere' })]);
  management.lists.set('status/v1/worker_vm', [{ id: 1, name: 'harbour-1' }]);
  management.lists.set('configuration/v1/event_sink', []);
  management.refuse = () => null;
  management.asked.length = management.sent.length = 0;
  warnings.mockClear();
  await pool().query(
    'truncate rate_limit, sink_event, participant_leg, conference_node, setting, audit_entry, sink_node',
  );
});

/** What is found is applied behind the answer, on top of what the rows came from. */
const folded = (state: object) => ({ state: { ...state }, last: { time: 0, seq: 0, key: '' } });
const storedLeg = (id: string, change: object = {}) =>
  database().participantLeg.create({
    data: {
      ...{ id, conversationId: `talk-${id}`, serviceName: 'Theirs', mainName: 'Theirs', node: NODE },
      ...{ displayName: 'Dana', stage: 'conference', connectedAt: ago(10), heardAt: ago(5), ...change },
      folding: folded({ ...UNKNOWN_LEG, serviceName: 'Theirs', node: NODE, heardAt: ago(5).getTime() / 1000 }),
    },
  });
const listed = (id: string, change: object = {}) => ({
  id,
  conversation_id: `talk-${id}`,
  conference: 'Theirs',
  ...change,
});

async function observations() {
  const events = await database().sinkEvent.findMany({
    orderBy: { id: 'asc' },
    select: { subject: true, envelope: true },
  });
  return events.map(({ subject, envelope }) => ({ subject, ...(envelope as { event: string; data: object }) }));
}

describe('comparing', () => {
  it('writes nothing when nothing differs', async () => {
    await storedLeg('a');
    management.lists.set('status/v1/participant', [listed('a')]);
    await reconcile(new Date());
    expect(await observations()).toEqual([]);
    expect(await loadReport()).toMatchObject({ problem: null, gone: 0, seen: 0 });
  });

  it('a ghost is gone, with the time and the reason that history has', async () => {
    await storedLeg('ghost');
    management.lists.set('history/v1/participant', [
      { id: 'ghost', conversation_id: 'talk-ghost', end_time: onWire(ago(4)), disconnect_reason: 'Call disconnected' },
    ]);
    await reconcile(new Date());
    const [gone, ...others] = await observations();
    expect(others).toEqual([]);
    expect(gone).toMatchObject({ subject: 'leg:ghost', event: 'mayfly_participant_gone', node: NODE });
    expect(gone?.data).toMatchObject({ uuid: 'ghost', conference: 'Theirs', disconnect_reason: 'Call disconnected' });
    expect(management.asked).toContain('GET history/v1/participant/?limit=1000&conversation_id__in=talk-ghost');
    expect(await loadReport()).toMatchObject({ gone: 1 });
  });

  it('a ghost is gone also where history may not be read', async () => {
    await storedLeg('ghost');
    management.refuse = (path) => (path.startsWith('history/') ? 403 : null);
    await reconcile(new Date());
    expect(await observations()).toMatchObject([{ event: 'mayfly_participant_gone' }]);
    expect(warnings).toHaveBeenCalledOnce();
  });

  it('who is in a meeting of ours and was never reported is filled in, and strangers are not', async () => {
    const { serviceName } = await storedMeeting();
    const known = { conference: serviceName, display_name: 'Dana', media_node: NODE, connect_time: onWire(ago(2)) };
    management.lists.set('status/v1/participant', [listed('new', known), listed('stranger')]);
    await reconcile(new Date());
    const seen = await observations();
    expect(seen).toMatchObject([{ subject: 'leg:new', event: 'mayfly_participant_seen', node: NODE }]);
    expect(seen[0]?.data).toMatchObject({ conference: serviceName, display_name: 'Dana' });
  });

  it('a leg that was thought gone and is listed is seen again', async () => {
    await storedLeg('back', { disconnectedAt: ago(2), endKnownBy: 'node_restarted' });
    await storedLeg('left', { disconnectedAt: ago(2), endKnownBy: 'reported' });
    management.lists.set('status/v1/participant', [listed('back'), listed('left')]);
    await reconcile(new Date());
    expect(await observations()).toMatchObject([{ subject: 'leg:back', event: 'mayfly_participant_seen' }]);
  });

  it('a leg that names no conference, or whose history was erased, is not looked for again and again', async () => {
    await storedLeg('nameless', { serviceName: '', mainName: '' });
    await storedLeg('erased');
    await pool().query(`update participant_leg set folding = null where id = 'erased'`);
    await reconcile(new Date());
    expect(await observations()).toEqual([]);
  });

  it('a conference that a node carries no more has ended there, also in a second life', async () => {
    const rows = {
      serviceName: 'Theirs',
      mainName: 'Theirs',
      startedAt: ago(10),
      folding: folded(conferenceNodeFold.begin()),
    };
    await database().conferenceNode.createMany({
      data: [
        { ...rows, node: NODE },
        { ...rows, node: '192.0.2.12', endedAt: ago(20) },
        { ...rows, node: '192.0.2.13', endedAt: ago(5) },
        { ...rows, node: '192.0.2.14' },
      ],
    });
    management.lists.set('status/v1/conference_shard', [{ conference: 'Theirs', node: '192.0.2.14' }]);
    await reconcile(new Date());
    const subjects = (await observations()).map(({ subject, event }) => `${event} ${subject}`);
    expect(subjects.sort()).toEqual(
      [NODE, '192.0.2.12'].map((node) => `mayfly_conference_gone conference:Theirs@${node}`),
    );
  });
});

describe('what may not be believed changes nothing', () => {
  it('participants that are refused, and the desk is told why', async () => {
    await storedLeg('a');
    management.refuse = (path) => (path.startsWith('status/v1/participant') ? 403 : null);
    await reconcile(new Date());
    expect(await observations()).toEqual([]);
    expect((await loadReport()).problem).toContain('no right');
    await reconcile(new Date());
    expect(warnings, 'once, not every minute').toHaveBeenCalledOnce();
  });

  it.each([
    ['status/v1/conference_shard', 403, [], 'no right'],
    ['status/v1/conference_shard', null, [{ conference: null, node: NODE }], 'without saying of which'],
    ['status/v1/alarm', 500, [], '500'],
    ['status/v1/alarm', null, [{ name: null }], null],
  ])('%s alone (%s): people are compared all the same', async (list, status, rows: object[], told) => {
    await storedLeg('ghost');
    await database().conferenceNode.create({
      data: { serviceName: 'Theirs', mainName: 'Theirs', node: NODE, folding: folded(conferenceNodeFold.begin()) },
    });
    management.lists.set(list, rows as Record<string, unknown>[]);
    management.refuse = (path) => (path.startsWith(list) ? status : null);
    await reconcile(new Date());
    const gone = list.endsWith('alarm') ? ['conference:Theirs@192.0.2.11', 'leg:ghost'] : ['leg:ghost'];
    expect((await observations()).map(({ subject }) => subject).sort()).toEqual(gone);
    const { comparison } = await loadEventsReport(new Date());
    expect(comparison?.problem).toEqual(told && expect.stringContaining(told));
    expect(await loadReport()).toMatchObject({ problem: null, gone: 1 });
  });

  it('an odd row of somebody else’s place: the others are believed', async () => {
    await storedLeg('ghost');
    management.lists.set('status/v1/conference_shard', [{ conference: 'X', node: null }]);
    await reconcile(new Date());
    expect(await observations()).toHaveLength(1);
    expect(await loadReport()).toMatchObject({ problem: null, sideProblem: null });
  });

  it('who is absent on a node that spoke lately, while nobody knows which nodes are lost', async () => {
    await storedLeg('there');
    await database().sinkNode.create({ data: { node: NODE, events: 1, lastEventAt: ago(3), lastReceivedAt: ago(3) } });
    management.refuse = (path) => (path.startsWith('status/v1/alarm') ? 403 : null);
    await reconcile(new Date());
    expect(await observations()).toEqual([]);
    expect((await loadReport()).sideProblem).toContain('no right');
  });

  it('nobody at all, from one that does not know its own nodes', async () => {
    await storedLeg('a');
    management.lists.set('status/v1/participant', []);
    management.lists.set('status/v1/worker_vm', []);
    await reconcile(new Date());
    expect(await observations()).toEqual([]);
    expect((await loadReport()).problem).toContain('neither participants nor Conferencing Nodes');
  });

  it('nobody at all, at the first look: one that starts lists nobody for a while', async () => {
    await storedLeg('a');
    management.lists.set('status/v1/participant', []);
    await reconcile(new Date());
    await reconcile(new Date());
    expect(await observations()).toEqual([]);
    management.lists.set('status/v1/participant', [listed('a')]);
    await reconcile(new Date());
    expect((await loadReport()).missingSince).toBeNull();
    management.lists.set('status/v1/participant', []);
    await reconcile(new Date());
    const jobs = await database().$queryRaw<{ runAt: Date }[]>`
      select run_at as "runAt" from graphile_worker.jobs where key = 'reconcile-soon'`;
    expect(jobs, 'the second look comes by itself').toHaveLength(1);
    await saveReport({ ...(await loadReport()), missingSince: new Date(Date.now() - 11_000) });
    // A look that fails in between says nothing of either.
    management.refuse = () => 503;
    await reconcile(new Date());
    management.refuse = () => null;
    await reconcile(new Date());
    expect(await observations()).toMatchObject([{ subject: 'leg:a', event: 'mayfly_participant_gone' }]);
  });

  it('a Management Node that is away, and the next look finds it again', async () => {
    await storedLeg('a');
    await management.close();
    await reconcile(new Date());
    expect(await observations()).toEqual([]);
    await management.open();
    await reconcile(new Date());
    expect(await observations()).toHaveLength(1);
    expect((await loadReport()).problem).toBeNull();
  });
});

describe('a stopped event sink', () => {
  const ours = { id: 4, name: 'Mayfly', url: `${APP_URL}/api/events` };
  const alarm = { name: 'eventsink_maximum_backoff', node: 'harbour-1', time_raised: onWire(ago(3)) };
  const audits = () => database().auditEntry.findMany({ select: { actor: true, action: true, subject: true } });

  it('is restarted, once in ten minutes, and that is written down', async () => {
    management.lists.set('status/v1/alarm', [alarm]);
    management.lists.set('configuration/v1/event_sink', [
      ours,
      { id: 5, name: 'Theirs', url: 'https://theirs.example/' },
    ]);
    const now = new Date();
    await reconcile(now);
    await reconcile(new Date(now.getTime() + MINUTE));
    const restart = { path: 'configuration/v1/event_sink/4/', body: { restart_date: now.toISOString().slice(0, 19) } };
    expect(management.sent).toEqual([restart]);
    expect(await audits()).toEqual([{ actor: 'Mayfly', action: 'sink.restarted', subject: 'Mayfly' }]);
    expect(await loadReport()).toMatchObject({ alarms: [{ name: alarm.name, node: 'harbour-1' }], sinkProblem: null });
    await reconcile(new Date(now.getTime() + 10 * MINUTE));
    expect(management.sent).toHaveLength(2);
  });

  it('is restarted also where the lists cannot be read, and the alarms are told', async () => {
    management.lists.set('status/v1/alarm', [alarm]);
    management.lists.set('configuration/v1/event_sink', [ours]);
    management.refuse = (path) => (path.startsWith('status/v1/participant') ? 500 : null);
    const now = new Date();
    await reconcile(now);
    expect(management.sent.map(({ path }) => path)).toEqual(['configuration/v1/event_sink/4/']);
    const report = await loadReport();
    expect(report).toMatchObject({ alarms: [{ name: alarm.name }], sinksRestartedAt: { 4: now }, sinkProblem: null });
    expect(report.problem).toContain('500');
  });

  it('that may be ours by another address is left alone, and the desk is told which address is looked for', async () => {
    management.lists.set('status/v1/alarm', [alarm]);
    management.lists.set('configuration/v1/event_sink', [{ ...ours, url: 'https://mayfly.internal/api/events' }]);
    await reconcile(new Date());
    expect(management.sent).toEqual([]);
    expect((await loadReport()).sinkProblem).toContain(`${settings().appUrl}/api/events`);
  });

  it('that is refused keeps none behind it from being restarted', async () => {
    management.lists.set('status/v1/alarm', [alarm]);
    management.lists.set('configuration/v1/event_sink', [ours, { ...ours, id: 6, name: 'Mayfly again' }]);
    management.refuse = (path) => (path.startsWith('configuration/v1/event_sink/4') ? 409 : null);
    const now = new Date();
    await reconcile(now);
    expect(management.sent.map(({ path }) => path)).toEqual(['configuration/v1/event_sink/6/']);
    const report = await loadReport();
    expect(report).toMatchObject({
      sinksRestartedAt: { 6: now },
      sinkProblem: expect.stringContaining('409') as string,
    });
  });

  it('that we may not restart is a problem that the desk sees, and people are compared all the same', async () => {
    await storedLeg('ghost');
    management.lists.set('status/v1/alarm', [alarm]);
    management.lists.set('configuration/v1/event_sink', [ours]);
    management.refuse = (path) => (path.startsWith('configuration/v1/event_sink/4') ? 403 : null);
    await reconcile(new Date());
    expect(await loadReport()).toMatchObject({ problem: null, gone: 1, sinksRestartedAt: {} });
    expect((await loadReport()).sinkProblem).toContain('no right');
    expect(await audits()).toEqual([]);
  });
});

it('that history could not be read, and what was filled in or is overdue, is told to the desk', async () => {
  const corrections = { seen: 1, gone: 2, endedPlaces: 4, overdue: 8, filledIn: 16 };
  await saveReport({ ...(await loadReport()), problem: null, pastProblem: 'History says no', ...corrections });
  const { comparison } = await loadEventsReport(new Date());
  expect(comparison).toMatchObject({ problem: 'History says no', corrections: 31 });
});

describe('when it runs', () => {
  const soonJobs = async () => {
    const { rows } = await pool().query<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where key = 'reconcile-soon'`,
    );
    return rows.map(({ run_at: at }) => at.getTime() - Date.now());
  };

  it('one at a time: what comes meanwhile comes again', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    management.refuse = () => held.then(() => null);
    const first = reconcile(new Date());
    await vi.waitFor(() => expect(management.asked).toHaveLength(1));
    await reconcile(new Date());
    expect(management.asked).toHaveLength(1);
    expect(await soonJobs()).toHaveLength(1);
    letGo();
    await first;
    expect((await loadReport()).problem).toBeNull();
  });

  it.each([0, 2, -2])('soon is in two seconds, once, with a clock that is %i minutes off', async (minutes) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
    await database().$transaction((tx) => reconcileSoon(tx));
    await database().$transaction((tx) => reconcileSoon(tx));
    vi.useRealTimers();
    const [inMs, ...others] = await soonJobs();
    expect(others).toEqual([]);
    expect(inMs).toBeGreaterThan(500);
    expect(inMs).toBeLessThan(2_500);
  });

  it('who is still in after everybody was put out is looked at once more', async () => {
    const over = await storedMeeting({ validUntil: ago(2), endedAt: ago(1) });
    const justOver = await storedMeeting({ validUntil: new Date(), endedAt: new Date() });
    const shards = [over, justOver].map(({ serviceName }) => ({ conference: serviceName, node: NODE }));
    management.lists.set('status/v1/conference_shard', shards);
    await reconcile(new Date());
    const { rows } = await pool().query<{ key: string }>(
      `select key from graphile_worker.jobs where key like 'last-look:%'`,
    );
    expect(rows).toEqual([{ key: `last-look:${over.id}` }]);
    // It takes long, and the next comparison comes meanwhile.
    await pool().query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a living one' where key like 'last-look:%'`,
    );
    await reconcile(new Date());
    const looks = `select 1 from graphile_worker.jobs where task_identifier = 'look-once-more'`;
    expect((await pool().query(looks)).rowCount).toBe(1);
    expect(await loadReport()).toMatchObject({ overdue: 1 });
  });
});

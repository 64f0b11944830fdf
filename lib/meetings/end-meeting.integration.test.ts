import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, pool } from '@/lib/db/client';
import { runJobs } from '@/lib/jobs/run-jobs';
import { storedMeeting, TEST_HOST_KEY } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { addWebhook } from '@/lib/testing/webhooks';
import { cancelMeeting, extendMeeting } from './change-meeting';
import { createMeeting } from './create-meeting';
import { endMeeting, lookOnceMore } from './end-meeting';
import { endWhatIsOver } from './end-what-is-over';
import { lookAtOnce } from './end-jobs-store';
import { findMeeting, markEnded } from './meeting-store';

let management: TestManagementNode;
const CONFERENCES = 'status/v1/conference';

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
});
afterAll(() => management.close());
beforeEach(() => {
  management.lists.set(CONFERENCES, []);
  management.asked.length = management.sent.length = 0;
  management.refuse = () => null;
  management.ignoresFilters = false;
});

/** A live conference, or one node's view of it, under an id of its own. */
function live(name: string, id = `id of ${name}`): void {
  management.lists.get(CONFERENCES)!.push({ id, name });
}
const liveNames = () => management.lists.get(CONFERENCES)!.map(({ name }) => name);

const aMinuteAgo = () => new Date(Date.now() - 60_000);
const WITHIN = { timeout: 20_000, interval: 100 };
const rules = { aliasPrefix: 'meet-', longestMeetingMs: 12 * 3_600_000, farthestStartMs: 86_400_000 };
const anyone = { agentId: null, language: null };
const asHost = { kind: 'host-key', hostKey: TEST_HOST_KEY } as const;

async function jobsOf(meetingId: string, kind = 'end'): Promise<Date[]> {
  const { rows } = await pool().query<{ run_at: Date }>('SELECT run_at FROM graphile_worker.jobs WHERE key = $1', [
    `${kind}:${meetingId}`,
  ]);
  return rows.map((row) => row.run_at);
}

describe('the end of a meeting', () => {
  it('is a stored job from the moment the meeting exists', async () => {
    const created = await createMeeting({}, anyone, rules, new Date());
    if (!created.ok) throw new Error(created.message);
    expect(await jobsOf(created.meeting.id)).toEqual([created.meeting.validUntil]);
  });

  it('moves with its job when it is extended, and comes at once when the meeting is cancelled', async () => {
    const created = await createMeeting({}, anyone, rules, new Date());
    if (!created.ok) throw new Error(created.message);
    const { alias, id, validUntil } = created.meeting;
    const claim = { kind: 'host-key', hostKey: created.hostKey } as const;
    const later = new Date(validUntil.getTime() + 900_000);
    expect((await extendMeeting(alias, later, claim, rules)).ok).toBe(true);
    expect(await jobsOf(id)).toEqual([later]);
    const cancelled = await cancelMeeting(alias, claim);
    expect(await jobsOf(id)).toEqual([cancelled.ok && cancelled.meeting.cancelledAt]);
  });

  it('puts everyone out by the Management Node and notes that it did', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    live(meeting.serviceName);
    await endMeeting(meeting.id);
    expect(liveNames()).toEqual([]);
    expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull();
  });

  it('does not wait for a conference of somebody else whose row cannot be read', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    management.ignoresFilters = true;
    const meeting = await storedMeeting({ validUntil: new Date() });
    live(meeting.serviceName);
    management.lists.get(CONFERENCES)!.push({ id: 'odd', name: null });
    await endMeeting(meeting.id);
    expect(management.sent.map(({ body }) => body)).toEqual([{ conference_id: `id of ${meeting.serviceName}` }]);
    expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull();
  });

  it('has not come while a room of it is listed without an id, though the others are put out', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    live(meeting.serviceName);
    management.lists.get(CONFERENCES)!.push({ id: null, name: `${meeting.serviceName}_breakout_0a` });
    await expect(endMeeting(meeting.id)).rejects.toThrow('still listed');
    expect(management.sent.map(({ body }) => body)).toEqual([{ conference_id: `id of ${meeting.serviceName}` }]);
  });

  it('is the end of each node’s view of it, and then of its breakout rooms, until none is listed, and of nothing else', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    const rooms = ['0a', '0b'].map(
      (part) => `${meeting.serviceName}_breakout_${part}0a0a0a-0000-4000-8000-000000000000`,
    );
    live(meeting.serviceName, 'at one node');
    live(meeting.serviceName, 'at another');
    for (const name of [...rooms, `${meeting.serviceName} too`, 'Theirs']) live(name);
    await endMeeting(meeting.id);
    expect(liveNames()).toEqual([`${meeting.serviceName} too`, 'Theirs']);
    expect(management.sent).toHaveLength(4);
  });

  it('ends nobody else’s conference where a filter is left out', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    management.ignoresFilters = true;
    live('Theirs');
    await endMeeting(meeting.id);
    expect(management.sent).toEqual([]);
  });

  it('is not noted while the status still shows somebody in', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    live(meeting.serviceName);
    // It says that it will, and does not.
    management.refuse = (path) => (path.startsWith('command/') ? 202 : null);
    await expect(endMeeting(meeting.id)).rejects.toThrow('still listed');
    expect((await findMeeting({ id: meeting.id }))?.endedAt).toBeNull();
  });

  it('is told once, and in time although the Management Node lets nobody be put out', async () => {
    await addWebhook('http://localhost:9/nobody', ['meeting.ended']);
    const meeting = await storedMeeting({ validUntil: new Date() });
    management.refuse = () => 401;
    await expect(endMeeting(meeting.id)).rejects.toThrow('401');
    const told = () => database().webhookEvent.findMany({ select: { type: true, at: true } });
    await vi.waitFor(async () => expect(await told()).toMatchObject([{ type: 'meeting.ended' }]));
    const first = await told();
    management.refuse = () => null;
    await endMeeting(meeting.id);
    expect(await told()).toEqual(first);
    expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull();
    await database().webhook.deleteMany();
  });

  it('takes one that is gone already for ended', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    live(meeting.serviceName);
    // It ends by itself between the question and the command.
    management.refuse = (path) => {
      if (path.startsWith('command/')) management.lists.set(CONFERENCES, []);
      return null;
    };
    await endMeeting(meeting.id);
    expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull();
  });

  it('is carried out once by two instances, and again only when somebody came back', async () => {
    const meeting = await storedMeeting();
    live(meeting.serviceName);
    const instances = [await runJobs(), await runJobs()];
    expect((await cancelMeeting(meeting.alias, asHost)).ok).toBe(true);
    await vi.waitFor(async () => expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull(), WITHIN);
    expect(management.sent).toEqual([
      { path: 'command/v1/conference/disconnect/', body: { conference_id: `id of ${meeting.serviceName}` } },
    ]);
    live(meeting.serviceName, 'a second life');
    await lookAtOnce([meeting.id]);
    await vi.waitFor(() => expect(liveNames()).toEqual([]), WITHIN);
    expect(management.sent).toHaveLength(2);
    await Promise.all(instances.map((instance) => instance.stop()));
  });

  it('waits for a Management Node that is away, and is carried out when it is back', async () => {
    const meeting = await storedMeeting();
    live(meeting.serviceName);
    await management.close();
    const jobs = await runJobs();
    expect((await cancelMeeting(meeting.alias, asHost)).ok).toBe(true);
    await vi.waitFor(() => expect(takeConsoleErrors()).not.toEqual([]), WITHIN);
    expect((await findMeeting({ id: meeting.id }))?.endedAt).toBeNull();
    await management.open();
    await vi.waitFor(async () => expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull(), WITHIN);
    expect(liveNames()).toEqual([]);
    takeConsoleErrors();
    await jobs.stop();
  });

  it('leaves a meeting alone whose end was moved, and comes again then', async () => {
    const meeting = await storedMeeting();
    live(meeting.serviceName);
    await endMeeting(meeting.id);
    expect(management.asked).toEqual([]);
    expect(liveNames()).toEqual([meeting.serviceName]);
    expect(await jobsOf(meeting.id)).toEqual([meeting.validUntil]);
  });

  it('looks once more some minutes later, for whoever was typing a PIN at the end', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    const now = new Date();
    await endMeeting(meeting.id);
    const [again] = await jobsOf(meeting.id, 'last-look');
    expect(again!.getTime() - now.getTime()).toBeGreaterThan(120_000);
    live(meeting.serviceName);
    await lookOnceMore(meeting.id);
    expect(liveNames()).toEqual([]);
  });

  it('is found and done within a minute when its job was lost', async () => {
    const lost = await storedMeeting({ validUntil: aMinuteAgo() });
    const running = await storedMeeting();
    await endWhatIsOver();
    expect(await jobsOf(lost.id)).toHaveLength(1);
    expect(await jobsOf(running.id)).toEqual([]);
  });

  it('does not wait for the lock of a process that died while ending it', async () => {
    const meeting = await storedMeeting();
    expect((await cancelMeeting(meeting.alias, asHost)).ok).toBe(true);
    await pool().query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead', attempts = 1 WHERE key = $1`,
      [`end:${meeting.id}`],
    );
    live(meeting.serviceName);
    const jobs = await runJobs();
    await vi.waitFor(() => expect(liveNames()).toEqual([]), WITHIN);
    await jobs.stop();
  });

  it('is not begun again while it is being carried out, and is noted once', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    await endWhatIsOver();
    expect(await jobsOf(meeting.id)).toEqual([]);
    const first = new Date();
    await Promise.all([markEnded(meeting.id, first), markEnded(meeting.id, first)]);
    await markEnded(meeting.id, new Date(first.getTime() + 5_000));
    expect((await findMeeting({ id: meeting.id }))?.endedAt).toEqual(first);
  });

  it('is not noted on a meeting that was given more time at that very moment', async () => {
    const meeting = await storedMeeting();
    await markEnded(meeting.id, new Date());
    expect((await findMeeting({ id: meeting.id }))?.endedAt).toBeNull();
  });

  it('is tried again by the job queue until the Management Node does it', async () => {
    const meeting = await storedMeeting();
    live(meeting.serviceName);
    management.refuse = () => (management.asked.length > 1 ? null : 500);
    const jobs = await runJobs();
    expect((await cancelMeeting(meeting.alias, asHost)).ok).toBe(true);
    await vi.waitFor(() => expect(liveNames()).toEqual([]), WITHIN);
    await vi.waitFor(async () => expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull());
    await jobs.stop();
    expect(takeConsoleErrors()).toHaveLength(1);
  });
});

describe('changing a meeting', () => {
  it('needs its own host key', async () => {
    const meeting = await storedMeeting();
    const claim = { kind: 'host-key', hostKey: 'guess' } as const;
    expect(await cancelMeeting(meeting.alias, claim)).toEqual({ ok: false, error: 'wrong-host-key' });
  });

  it('is refused once it is over, and for an alias nobody has', async () => {
    const ended = await storedMeeting({ validUntil: new Date() });
    const later = new Date(Date.now() + 60_000);
    expect(await extendMeeting(ended.alias, later, asHost, rules)).toMatchObject({ error: 'over' });
    for (const alias of ['meet-aaaaaaaaaaaaaaaaaaaaaaaaaa', '\0', 'lounge']) {
      expect(await cancelMeeting(alias, asHost)).toEqual({ ok: false, error: 'unknown' });
    }
  });
});

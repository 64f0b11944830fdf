import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { pool } from '@/lib/db/client';
import { runJobs } from '@/lib/jobs/run-jobs';
import { storedMeeting, TEST_HOST_KEY } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { cancelMeeting, extendMeeting } from './change-meeting';
import { createMeeting } from './create-meeting';
import { endMeeting, lookOnceMore } from './end-meeting';
import { endWhatIsOver } from './end-what-is-over';
import { findMeeting, markEnded } from './meeting-store';

// A Management Node that speaks real HTTP: conferences by service name, and what was asked of it.
const conferences = new Map<string, string>();
const asked: string[] = [];
let failures = 0;
let server: Server;

beforeAll(async () => {
  await testDatabase();
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const credentials = Buffer.from('mayfly:dev-management-password').toString('base64');
    const isTidy = new URL(request.url ?? '/', 'http://localhost').pathname.endsWith('/');
    if (request.headers.authorization !== `Basic ${credentials}` || !isTidy) {
      response.writeHead(isTidy ? 401 : 404).end();
      return;
    }
    if (failures > 0) {
      failures -= 1;
      response.writeHead(500).end();
      return;
    }
    response.setHeader('Content-Type', 'application/json');
    const name = new URL(request.url ?? '/', 'http://localhost').searchParams.get('name');
    if (name !== null) {
      const id = conferences.get(name);
      response.end(JSON.stringify({ meta: {}, objects: id ? [{ id, name }] : [] }));
      return;
    }
    request.on('data', (body: Buffer) => {
      const { conference_id: id } = JSON.parse(body.toString()) as { conference_id: string };
      for (const [key, value] of conferences) if (value === id) conferences.delete(key);
    });
    request.on('end', () => response.writeHead(202).end('{"status":"success"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  vi.stubEnv('MANAGEMENT_URL', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  vi.stubEnv('MANAGEMENT_USERNAME', 'mayfly');
  vi.stubEnv('MANAGEMENT_PASSWORD', 'dev-management-password');
});
afterAll(() => server.close());
afterEach(() => {
  asked.length = 0;
  failures = 0;
});

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
    expect((await extendMeeting(alias, later, claim, rules, new Date())).ok).toBe(true);
    expect(await jobsOf(id)).toEqual([later]);
    const now = new Date();
    expect((await cancelMeeting(alias, claim, now)).ok).toBe(true);
    expect(await jobsOf(id)).toEqual([now]);
  });

  it('puts everyone out by the Management Node and notes that it did', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    conferences.set(meeting.serviceName, 'c-1');
    await endMeeting(meeting.id, new Date());
    expect(conferences.has(meeting.serviceName)).toBe(false);
    expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull();
  });

  it('leaves a meeting alone whose end was moved, or whose time has not come by our clock, and comes again', async () => {
    const meeting = await storedMeeting();
    conferences.set(meeting.serviceName, 'c-2');
    await endMeeting(meeting.id, new Date(meeting.validUntil.getTime() - 1));
    expect(asked).toEqual([]);
    expect(conferences.has(meeting.serviceName)).toBe(true);
    expect(await jobsOf(meeting.id)).toEqual([meeting.validUntil]);
  });

  it('looks once more some minutes later, for whoever was typing a PIN at the end', async () => {
    const meeting = await storedMeeting({ validUntil: new Date() });
    const now = new Date();
    await endMeeting(meeting.id, now);
    const [again] = await jobsOf(meeting.id, 'last-look');
    expect(again!.getTime() - now.getTime()).toBeGreaterThan(120_000);
    conferences.set(meeting.serviceName, 'c-late');
    await lookOnceMore(meeting.id, again!);
    expect(conferences.has(meeting.serviceName)).toBe(false);
  });

  it('is found and done within a minute when its job was lost', async () => {
    const lost = await storedMeeting({ validUntil: new Date() });
    const running = await storedMeeting();
    await endWhatIsOver(new Date());
    expect(await jobsOf(lost.id)).toHaveLength(1);
    expect(await jobsOf(running.id)).toEqual([]);
  });

  it('does not wait for the lock of a process that died while ending it', async () => {
    const meeting = await storedMeeting();
    expect((await cancelMeeting(meeting.alias, asHost, new Date())).ok).toBe(true);
    await pool().query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead', attempts = 1 WHERE key = $1`,
      [`end:${meeting.id}`],
    );
    conferences.set(meeting.serviceName, 'c-dead');
    const jobs = await runJobs();
    await endWhatIsOver(new Date());
    await vi.waitFor(() => expect(conferences.has(meeting.serviceName)).toBe(false), {
      timeout: 20_000,
      interval: 100,
    });
    await jobs.stop();
  });

  it('is not noted on a meeting that was given more time at that very moment', async () => {
    const meeting = await storedMeeting();
    await markEnded(meeting.id, new Date());
    expect((await findMeeting({ id: meeting.id }))?.endedAt).toBeNull();
  });

  it('is tried again by the job queue until the Management Node does it', async () => {
    const meeting = await storedMeeting();
    conferences.set(meeting.serviceName, 'c-3');
    failures = 1;
    const jobs = await runJobs();
    expect((await cancelMeeting(meeting.alias, asHost, new Date())).ok).toBe(true);
    await vi.waitFor(() => expect(conferences.has(meeting.serviceName)).toBe(false), {
      timeout: 20_000,
      interval: 100,
    });
    await vi.waitFor(async () => expect((await findMeeting({ id: meeting.id }))?.endedAt).not.toBeNull());
    await jobs.stop();
    expect(takeConsoleErrors()).toHaveLength(1);
  });
});

describe('changing a meeting', () => {
  it('needs its own host key', async () => {
    const meeting = await storedMeeting();
    const claim = { kind: 'host-key', hostKey: 'guess' } as const;
    expect(await cancelMeeting(meeting.alias, claim, new Date())).toEqual({ ok: false, error: 'wrong-host-key' });
  });

  it('is refused once it is over, and for an alias nobody has', async () => {
    const ended = await storedMeeting({ validUntil: new Date() });
    const later = new Date(Date.now() + 60_000);
    expect(await extendMeeting(ended.alias, later, asHost, rules, new Date())).toMatchObject({ error: 'over' });
    for (const alias of ['meet-aaaaaaaaaaaaaaaaaaaaaaaaaa', '\0', 'lounge']) {
      expect(await cancelMeeting(alias, asHost, new Date())).toEqual({ ok: false, error: 'unknown' });
    }
  });
});

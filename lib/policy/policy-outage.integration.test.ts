import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { database, disconnectDatabase, urgentPool } from '@/lib/db/client';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { isDatabaseUnreachable } from '@/lib/db/prisma-errors';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { notifyChanged } from '@/lib/db/snapshot';
import { flushDecisions } from '@/lib/decisions/record-decisions';
import { newAlias } from '@/lib/meetings/alias';
import { markCancelled } from '@/lib/meetings/meeting-store';
import { CONFERENCE_SETTINGS } from '@/lib/settings/current-settings';
import { openPolicyDoor, type PolicyDoor } from '@/lib/testing/ask-policy';
import { storedMeeting } from '@/lib/testing/builders';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { prepareToAnswer } from './prepare-to-answer';

// A PostgreSQL of this file's own, which it stops and starts while callers keep coming.

const SOON = { timeout: 10_000, interval: 50 };
let folder: string;
let postgres: EmbeddedPostgres;
let door: PolicyDoor;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mayfly-outage-'));
  postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  process.env.DATABASE_URL = postgres.url;
  await prepareDatabase(postgres.url);
  // As the process does before it opens its port.
  await prepareToAnswer();
  door = await openPolicyDoor();
});

afterAll(async () => {
  await door.close();
  await flushDecisions();
  await disconnectDatabase();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Where its clients know it. */
async function startAgain() {
  postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'), Number(new URL(postgres.url).port));
}

const askService = (alias: string) => door.ask('service/configuration', { local_alias: alias, location: 'Oslo' });

/** Callers who keep coming, from several connections at once, until stopped. */
function callers(alias: string) {
  let isOver = false;
  const statuses: number[] = [];
  const each = async () => {
    while (!isOver) {
      statuses.push((await askService(alias)).status);
      await pause(5);
    }
  };
  const all = Promise.all(Array.from({ length: 8 }, each));
  return { statuses, stop: async () => ((isOver = true), await all) };
}

describe('while the database is away', () => {
  it('known meetings go on, others hear so at once, and everything recovers by itself', async () => {
    const known = await storedMeeting();
    const cancelled = await storedMeeting();
    const unseen = await storedMeeting();
    expect((await askService(known.alias)).action).toBe('continue');
    expect((await askService(cancelled.alias)).action).toBe('continue');
    const load = callers(known.alias);
    await postgres.stop();
    // Noticed by somebody; from then on nobody waits for a database that is not there.
    await expect.poll(async () => (await askService(unseen.alias)).status, SOON).toBe(503);
    const lookUps = vi.spyOn(urgentPool(), 'query');
    for (let count = 0; count < 20; count += 1) expect((await askService(unseen.alias)).status).toBe(503);
    expect(lookUps).not.toHaveBeenCalled();
    lookUps.mockRestore();
    for (let count = 0; count < 20; count += 1) {
      expect((await askService(known.alias)).result).toMatchObject({ service_tag: known.id });
      const properties = { service_tag: known.id, call_tag: known.id, protocol: 'webrtc' };
      expect(await door.ask('participant/properties', properties)).toMatchObject({ status: 200, action: 'continue' });
    }
    expect((await askService('not-ours@example.com')).action).toBe('continue');

    await startAgain();
    await expect.poll(async () => (await askService(unseen.alias)).status, SOON).toBe(200);
    // Not one caller of a known meeting was turned away, before, during or after.
    await load.stop();
    expect(load.statuses.length).toBeGreaterThan(100);
    expect(new Set(load.statuses)).toEqual(new Set([200]));
    takeConsoleErrors();

    // What was answered meanwhile is on record, the failures too.
    await flushDecisions();
    const outcomes = await database().policyDecision.groupBy({ by: ['outcome'], where: { alias: unseen.alias } });
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['configure', 'failed']);
    // As we took the time ourselves, and the middle one: here eight callers and the test share the process with the answers.
    const failed = await database().policyDecision.findMany({
      where: { alias: unseen.alias, outcome: 'failed' },
      orderBy: { latencyUs: 'asc' },
    });
    expect(failed.length).toBeGreaterThanOrEqual(20);
    expect(failed[Math.floor(failed.length / 2)]!.latencyUs).toBeLessThan(50_000);
  });

  it('a meeting that was cancelled is not admitted, though nobody has asked about it since', async () => {
    const meeting = await storedMeeting();
    const other = await storedMeeting();
    expect((await askService(meeting.alias)).action).toBe('continue');
    await markCancelled(meeting.id, new Date(), { kind: 'host' });
    // Told by notice alone: asking would look it up.
    await expect.poll(async () => (await askService(other.alias)).action, SOON).toBe('continue');
    await pause(500);
    await postgres.stop();
    await expect.poll(async () => (await askService(newAlias('meet-'))).status, SOON).toBe(503);
    expect((await askService(meeting.alias)).status).toBe(503);
    expect((await askService(other.alias)).action).toBe('continue');
    await startAgain();
    await expect.poll(async () => (await askService(meeting.alias)).action, SOON).toBe('reject');
    takeConsoleErrors();
  });

  it('what changed while nobody could listen is known after it, also for the next outage', async () => {
    const meeting = await storedMeeting();
    expect((await askService(meeting.alias)).action).toBe('continue');
    await database().meeting.update({ where: { id: meeting.id }, data: { cancelledAt: new Date() } });
    // No notice was sent: as if it had been lost together with the connection that carried it.
    const kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mayfly notices'";
    await database().$queryRawUnsafe(`SELECT count(*) FROM (${kill}) AS killed`);
    await expect.poll(async () => (await askService(meeting.alias)).action, SOON).toBe('reject');
    await postgres.stop();
    await expect.poll(async () => (await askService(meeting.alias)).status, SOON).toBe(503);
    await startAgain();
    await expect.poll(async () => (await askService(meeting.alias)).action, SOON).toBe('reject');
    takeConsoleErrors();
  });

  it('a conference for which nothing could be settled meanwhile keeps what it was told, in any process', async () => {
    const everywhere = { theme: 'Harbour', layout: { kind: 'same', view: 'nine_mains_zero_pips' } };
    const locations = ['Oslo', 'Bergen'].map((location) => ({ location, options: { theme: `Theme of ${location}` } }));
    await database().conferenceSettings.create({ data: { value: { everywhere, locations } } });
    await notifyChanged(CONFERENCE_SETTINGS);
    const meeting = await storedMeeting();
    const from = (location: string, more: object = {}, one = door) =>
      one.ask('service/configuration', { local_alias: meeting.alias, location, ...more });
    // Known, and nobody has called: a question of this kind settles nothing.
    const describing = async () => (await from('Oslo', { call_direction: 'non_dial' })).result;
    await expect.poll(describing, SOON).toMatchObject({ ivr_theme_name: 'Theme of Oslo' });

    await postgres.stop();
    const told = (await from('Oslo')).result;
    expect(told).toMatchObject({ service_tag: meeting.id, ivr_theme_name: 'Harbour' });
    // Whether older nodes are about is what another process may know otherwise.
    expect(told).not.toHaveProperty('view');
    expect((await from('Bergen')).result).toEqual(told);

    await startAgain();
    const toldSince: unknown[] = [];
    const written = async () => {
      toldSince.push((await from('Bergen')).result);
      return (await database().meeting.findUniqueOrThrow({ where: { id: meeting.id } })).homeLocation;
    };
    await expect.poll(() => written().catch(onlyAway), SOON).toBe('');
    // Whoever called before it was written, and who calls after.
    for (const each of [...toldSince, (await from('Bergen')).result]) expect(each).toEqual(told);
    vi.resetModules();
    const another = await (await import('@/lib/testing/ask-policy')).openPolicyDoor();
    expect((await from('Oslo', {}, another)).result).toEqual(told);
    await another.close();
    takeConsoleErrors();
  });
});

/** The test's own look at a database that is still coming back. */
function onlyAway(error: unknown): null {
  if (isDatabaseUnreachable(error)) return null;
  throw error;
}

import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { onNotices } from '@/lib/db/notices';
import { notifyChanged, SNAPSHOT_CHANNEL } from '@/lib/db/snapshot';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { CONFERENCE_SETTINGS } from './current-settings';
import { keepSettings, keepSettingsOfLateRecords } from './keep-settings-store';

// By records and reports alone: what becomes of answers is in keep-settings.integration.test.ts.

beforeAll(testDatabase);

let old: number;
let newest: number;
const add = async () => (await database().conferenceSettings.create({ data: { value: {} }, select: { id: true } })).id;
beforeEach(async () => void ([old, newest] = [await add(), await add()]));
afterEach(async () => void (await database().meeting.deleteMany()));

type Stored = Awaited<ReturnType<typeof storedMeeting>>;
const NODE = '192.0.2.11';
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);

async function decided({ id, alias }: Stored, at: Date, answer: { settingsId: number | null } | string) {
  const words = { location: 'Harbour', node: NODE, protocol: 'api', caller: '', reason: '', latencyUs: 1 };
  const answered =
    typeof answer === 'string'
      ? { request: answer, outcome: 'continue' }
      : { request: 'service', outcome: 'configure', ...answer };
  await database().policyDecision.create({
    data: { id: randomUUID(), at, ...words, alias, meetingId: id, ...answered },
  });
}

/** Somebody came in: the node asked for the configuration, took it, and asked who they are. */
async function entered(meeting: Stored, at: Date, settingsId: number | null) {
  await decided(meeting, at, { settingsId });
  await decided(meeting, new Date(at.getTime() + 5), 'participant');
}

const carried = ({ serviceName }: Stored, startedAt: Date | null, endedAt: Date | null = null) =>
  database().conferenceNode.create({ data: { serviceName, node: NODE, startedAt, endedAt } });

async function keptBy(...meetings: Stored[]): Promise<(number | null)[]> {
  const rows = await database().meeting.findMany({ select: { id: true, settingsId: true } });
  return meetings.map(({ id }) => rows.find((row) => row.id === id)!.settingsId);
}

const meetings = (count: number) => Promise.all(Array.from({ length: count }, () => storedMeeting()));

it('open meetings keep what a node took, and not what it was merely told or refused', async () => {
  const [running, located, told, untouched] = (await meetings(4)) as [Stored, Stored, Stored, Stored];
  const cancelled = await storedMeeting({ cancelledAt: new Date() });
  const past = await storedMeeting({ validUntil: ago(1) });
  for (const meeting of [running, cancelled, past]) await entered(meeting, ago(60), newest);
  await decided(located, ago(60), { settingsId: newest });
  await decided(located, ago(59), 'location');
  await decided(told, ago(60), { settingsId: newest });
  expect(await keepSettings(database(), newest)).toBe(2);
  expect(await keptBy(running, located, told, untouched)).toEqual([newest, newest, null, null]);
  expect(await keptBy(cancelled, past)).toEqual([null, null]);
});

it('and go on with it when others are saved again', async () => {
  const [running] = (await meetings(1)) as [Stored];
  await entered(running, ago(60), old);
  await keepSettings(database(), old);
  await entered(running, ago(30), newest);
  await keepSettings(database(), newest);
  expect(await keptBy(running)).toEqual([old]);
});

it('a meeting keeps what was in force when somebody first came in, not what nobody could come in with before', async () => {
  const [mended, older, unknown] = (await meetings(3)) as [Stored, Stored, Stored];
  await decided(mended, ago(90), { settingsId: old });
  await entered(mended, ago(60), newest);
  await entered(older, ago(90), old);
  await entered(older, ago(60), newest);
  await entered(unknown, ago(60), 1_000_000); // which cannot be kept
  await keepSettings(database(), newest);
  expect(await keptBy(mended, older, unknown)).toEqual([newest, old, newest]);
});

it('a conference that a node reports keeps its settings, however long ago anybody asked; one that is over does not', async () => {
  const [live, again, leg, over, left] = (await meetings(5)) as [Stored, Stored, Stored, Stored, Stored];
  await carried(live, ago(540));
  await carried(again, ago(60), ago(300));
  const known = { id: randomUUID(), conversationId: randomUUID(), node: NODE, connectedAt: ago(60) };
  await database().participantLeg.create({
    data: { ...known, serviceName: leg.serviceName, mainName: leg.serviceName },
  });
  await decided(leg, ago(90), { settingsId: old });
  await entered(over, ago(25 * 3600), old);
  await entered(left, ago(600), old);
  await carried(left, ago(600), ago(300));
  await decided(left, ago(200), { settingsId: old });
  await keepSettings(database(), newest);
  expect(await keptBy(live, again, leg, over, left)).toEqual([newest, newest, old, null, null]);
});

it('nodes that never ask for anything else, and report nothing, are believed to take what they are told', async () => {
  const [meeting] = (await meetings(1)) as [Stored];
  await decided(meeting, ago(60), { settingsId: old });
  const sighting = { node: NODE, location: 'Harbour', version: '39', lastSeenAt: ago(60), requests: 1 };
  await database().nodeSighting.create({ data: { ...sighting, firstSeenAt: ago(60) } });
  expect(await keepSettings(database(), newest), 'where it may be that no answer was ever taken').toBe(0);
  await database().nodeSighting.updateMany({ data: { firstSeenAt: ago(25 * 3600), participantAt: ago(3600) } });
  expect(await keepSettings(database(), newest), 'where it would have asked').toBe(0);
  await database().nodeSighting.updateMany({ data: { participantAt: null } });
  expect(await keepSettings(database(), newest)).toBe(1);
  expect(await keptBy(meeting)).toEqual([old]);
  await database().nodeSighting.deleteMany();
});

it('who was at the door when others were saved still counts, and every instance is told', async () => {
  const notices: string[] = [];
  const stop = onNotices(SNAPSHOT_CHANNEL, { onNotice: (name) => notices.push(name) });
  await expect.poll(async () => (await notifyChanged('test'), notices), { timeout: 10_000 }).toContain('test');
  const [before, stale, fresh, told] = (await meetings(4)) as [Stored, Stored, Stored, Stored];
  const savedAt = ago(20);
  const after = (seconds: number) => new Date(savedAt.getTime() + seconds * 1_000);
  await decided(before, after(-100), { settingsId: old });
  await decided(before, after(10), 'participant');
  await entered(stale, after(0.05), old);
  await entered(stale, after(0.06), newest);
  await entered(fresh, after(0.05), newest);
  await entered(fresh, after(0.06), old);
  await decided(told, after(-1), { settingsId: old });
  expect(await keepSettingsOfLateRecords(savedAt)).toBe(2);
  expect(await keptBy(before, stale, fresh, told)).toEqual([old, old, null, null]);
  await expect.poll(() => notices.includes(CONFERENCE_SETTINGS), { timeout: 10_000 }).toBe(true);
  stop();
});

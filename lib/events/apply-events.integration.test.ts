import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { storedMeeting } from '@/lib/testing/builders';
import { computedRows, emptyComputed } from '@/lib/testing/computed-rows';
import { testDatabase } from '@/lib/testing/database';
import { takeConsoleErrors } from '@/lib/testing/fail-on-console-error';
import { sampleMeeting } from '@/lib/testing/sample-meetings';
import { untilApplied } from '@/lib/testing/until-applied';
import type { EventEnvelope } from './envelope';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

beforeAll(async () => {
  await testDatabase();
  for (const serviceName of NAMES) await storedMeeting({ serviceName });
});
afterAll(disconnectDatabase);

/** People and facts are computed for conferences of ours only. */
const NAMES = [...Array(120).keys()].flatMap((number) => [`Meeting ${number}`, `Claim ${number}`]);

async function deliver(events: readonly EventEnvelope[]): Promise<void> {
  // With what a reconciler observed.
  await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: events }), 'reconciler'));
  await untilApplied();
}

const NODE = '192.0.2.11';
const event = (name: string, time: number, data: Record<string, unknown>, over: Partial<EventEnvelope> = {}) => ({
  ...{ event: name, node: NODE, seq: time, version: 2, time: 1_760_000_000 + time, data },
  ...over,
});
const leg = (data: Record<string, unknown> = {}) => ({
  uuid: 'leg-1',
  conference: 'Claim 7',
  service_type: 'conference',
  ...data,
});

test('an event that names no conference is kept, and counts once another names it', async () => {
  await emptyComputed();
  await deliver([event('participant_updated', 1, { uuid: 'leg-1', display_name: 'Ann' })]);
  expect(await database().participant.count()).toBe(0);
  await deliver([event('participant_updated', 2, { uuid: 'leg-1', conference: 'Claim 7', has_media: true })]);
  expect(await database().participant.findMany()).toMatchObject([{ serviceName: 'Claim 7', displayName: 'Ann' }]);
});

test('an event older than a history that was deleted changes nothing any more', async () => {
  await emptyComputed();
  await deliver([
    event('participant_connected', 5, leg({ display_name: 'Ann' })),
    event('participant_disconnected', 9, leg()),
  ]);
  const before = await computedRows();
  await database().sinkEvent.deleteMany();
  await deliver([event('participant_updated', 7, leg({ display_name: 'Bo' }))]);
  expect(await computedRows()).toEqual(before);
});

test('a row whose folding was erased stays as it is', async () => {
  await emptyComputed();
  await deliver([event('participant_connected', 5, leg({ display_name: 'Ann' }))]);
  await database().$executeRaw`update participant_leg set display_name = null, folding = null`;
  await database().$executeRaw`update participant set display_name = null`;
  await deliver([event('participant_updated', 7, leg({ display_name: 'Ann' }))]);
  expect(await database().participantLeg.findMany()).toMatchObject([{ displayName: null }]);
});

test('an event that the database will not take is put aside, and those around it are applied', async () => {
  await emptyComputed();
  const fail = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await database().$executeRaw`alter table participant_leg add constraint no_bo check (display_name <> 'Bo')`;
  const others = Array.from({ length: 40 }, (_, index) =>
    event('participant_connected', index, { uuid: `leg-${index}`, conference: `Claim ${index}`, display_name: 'Ann' }),
  );
  await deliver([
    ...others.slice(0, 20),
    event('participant_connected', 99, leg({ display_name: 'Bo' })),
    ...others.slice(20),
  ]);
  await database().$executeRaw`alter table participant_leg drop constraint no_bo`;
  expect(await database().participantLeg.count()).toBe(40);
  expect(await database().eventToApply.count()).toBe(0);
  expect(await database().sinkEvent.findMany({ where: { unreadableReason: { not: null } } })).toMatchObject([
    { unreadableReason: 'could not be applied (23514)', envelope: { data: { display_name: 'Bo' } } },
  ]);
  expect(fail).toHaveBeenCalledWith(expect.stringContaining('put aside'));
  expect(fail.mock.calls.flat().join(), 'names are no matter of a log').not.toContain('Bo');
  fail.mockRestore();
});

test('one in the queue that cannot be read is put aside, and holds up nobody', async () => {
  await emptyComputed();
  const fail = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await database().$executeRaw`
    with stored as (insert into sink_event (dedupe_key, subject, envelope) values (gen_random_uuid(), null, '{}') returning id)
    insert into event_to_apply select id from stored`;
  await deliver([event('participant_connected', 1, leg({ display_name: 'Ann' }))]);
  expect(await database().participantLeg.count()).toBe(1);
  expect(await database().eventToApply.count()).toBe(0);
  expect(await database().sinkEvent.count({ where: { unreadableReason: 'could not be read' } })).toBe(1);
  expect(fail).toHaveBeenCalledWith(expect.stringContaining('put aside'));
  fail.mockRestore();
});

test('many that apply at once apply everything once', async () => {
  await emptyComputed();
  const events = [7, 8, 9].flatMap((seed) => sampleMeeting(seed).events);
  for (const each of events) await storeEvents(readDelivery(JSON.stringify(each), 'reconciler'));
  await Promise.all(Array.from({ length: 6 }, untilApplied));
  const [{ counted }] = (await database().$queryRaw`select sum(events)::int as counted from sink_node`) as [
    { counted: number },
  ];
  const reported = events.filter(({ event }) => !event.startsWith('mayfly_'));
  expect(counted).toBe(new Set(reported.map((each) => JSON.stringify(each))).size);
  const together = await computedRows();
  await emptyComputed();
  await deliver(events);
  expect(together).toEqual(await computedRows());
});

test('people of a conference that is no meeting of ours are not kept', async () => {
  await emptyComputed();
  await deliver([event('participant_connected', 1, leg({ conference: 'Board room' }))]);
  expect(await database().participantLeg.count()).toBe(1);
  expect(await database().participant.count()).toBe(0);
});

test('a sink that began in the future, by a clock that is wrong, ends nobody', async () => {
  await emptyComputed();
  const ahead = Date.now() / 1_000 + 7_200;
  await deliver([event('eventsink_started', 0, {}, { time: ahead }), event('participant_connected', 1, leg())]);
  expect(await database().participant.findMany()).toMatchObject([{ leftAt: null }]);
});

test('it does not either when what arrived later is applied together with it', async () => {
  await emptyComputed();
  const ahead = Date.now() / 1_000 + 90;
  await storeEvents(readDelivery(JSON.stringify(event('eventsink_started', 0, {}, { time: ahead }))));
  await storeEvents(readDelivery(JSON.stringify(event('participant_connected', 1, leg()))));
  await database().$executeRaw`
    update sink_event set received_at = received_at + interval '40 seconds' where subject is not null`;
  await untilApplied();
  expect(await database().participant.findMany()).toMatchObject([{ leftAt: null }]);
});

test('whose media are told of after a sink was changed is there still, also when that is learnt later', async () => {
  await emptyComputed();
  const window = { uuid: 'leg-1', call_quality_was: '1_good', call_quality_now: '2_ok' };
  const there = async () => (await database().participant.findMany()).map(({ leftKnownBy }) => leftKnownBy);
  await deliver([event('participant_connected', 1, leg()), event('conference_started', 0, { name: 'Claim 7' })]);
  await deliver([event('eventsink_started', 9, {}, { seq: 1 })]);
  expect(await there()).toEqual(['node_restarted']);
  await deliver([event('participant_media_stream_window', 8, window)]);
  expect(await there()).toEqual(['node_restarted']);
  await deliver([event('participant_media_stream_window', 10, window)]);
  expect(await there()).toEqual([null]);
  await deliver([event('eventsink_started', 20, {}, { seq: 1 }), event('participant_media_stream_window', 21, window)]);
  expect(await there()).toEqual([null]);
});

test('what fails for a reason that passes is applied later', async () => {
  await emptyComputed();
  await database().$executeRawUnsafe(`
    create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$`);
  await database().$executeRaw`create trigger full_disk before insert on participant_leg execute function full_disk()`;
  await storeEvents(readDelivery(JSON.stringify(event('participant_connected', 1, leg()))));
  await expect(untilApplied()).rejects.toThrow('disk full');
  await database().$executeRaw`drop trigger full_disk on participant_leg`;
  await untilApplied();
  expect(await database().participant.count()).toBe(1);
  // What is stored wakes the projector too, which may have met the full disk before us, and says so.
  expect(takeConsoleErrors().flat().join()).not.toContain('put aside');
});

test('one who leaves is gone also when a figure of their media is cut where a character is two', async () => {
  await emptyComputed();
  const stream = { stream_id: 1, stream_type: 'video', rx_codec: `${'x'.repeat(49)}😀` };
  const told = leg({ has_media: true, media_streams: [stream] });
  await deliver([event('participant_connected', 1, told), event('participant_disconnected', 9, told, { version: 1 })]);
  expect(await database().participant.findMany()).toMatchObject([
    { leftAt: new Date(1_760_000_009_000), streams: [{ toNodeCodec: 'x'.repeat(49) }] },
  ]);
});

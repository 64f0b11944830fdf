import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { deliveredEvent } from '@/lib/events/read-delivery';
import { recordTogether } from '@/lib/events/record-together';
import { storedMeeting } from '@/lib/testing/builders';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { untilApplied } from '@/lib/testing/until-applied';
import { reconcile } from './reconcile';

let management: TestManagementNode;
beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
});
afterAll(() => management.close());

const NODE = '192.0.2.11';
const peopleOf = ({ serviceName }: { serviceName: string }) =>
  database().participant.findMany({ where: { serviceName }, select: { displayName: true, leftAt: true } });

it('who is listed in another meeting than the last report told is there, and no longer in the first', async () => {
  const [first, second] = [await storedMeeting(), await storedMeeting()];
  const time = Date.now() / 1000 - 300;
  const dana = { conversation_id: randomUUID(), display_name: 'Dana', protocol: 'SIP', has_media: true };
  const leg = { ...dana, uuid: randomUUID(), conference: first.serviceName, service_type: 'conference' };
  await recordTogether([
    deliveredEvent({ node: NODE, seq: 1, version: 2, time, event: 'participant_connected', data: leg }),
  ]);
  await untilApplied();
  expect(await peopleOf(first)).toEqual([{ displayName: 'Dana', leftAt: null }]);

  const listed = {
    ...dana,
    id: leg.uuid,
    conference: second.serviceName,
    service_type: 'conference',
    media_node: NODE,
  };
  management.lists.set('status/v1/participant', [listed]);
  management.lists.set('status/v1/conference_shard', [{ conference: second.serviceName, node: NODE }]);
  for (const list of ['status/v1/alarm', 'history/v1/participant']) management.lists.set(list, []);
  await reconcile(new Date());
  await untilApplied();
  expect(await peopleOf(first)).toEqual([{ displayName: 'Dana', leftAt: expect.any(Date) as Date }]);
  expect(await peopleOf(second)).toEqual([{ displayName: 'Dana', leftAt: null }]);

  const known = await database().sinkEvent.count();
  await reconcile(new Date());
  expect(await database().sinkEvent.count(), 'nothing differs any more').toBe(known);
});

it('who was moved and hung up while nobody told us was in the first until last heard of, then in the second', async () => {
  const [first, second] = [await storedMeeting(), await storedMeeting()];
  const time = Math.floor(Date.now() / 1000) - 300;
  const at = (after: number) => new Date((time + after) * 1000);
  const dana = { conversation_id: randomUUID(), display_name: 'Dana', protocol: 'SIP', has_media: true };
  const leg = { ...dana, uuid: randomUUID(), conference: first.serviceName, service_type: 'conference' };
  await recordTogether([
    deliveredEvent({ node: NODE, seq: 2, version: 2, time, event: 'participant_connected', data: leg }),
  ]);
  await untilApplied();
  const onWire = (moment: Date) => moment.toISOString().replace('Z', '');
  const times = { start_time: onWire(at(-1)), end_time: onWire(at(100)) };
  const ended = { ...dana, ...times, id: leg.uuid, conference_name: second.serviceName, service_type: 'conference' };
  management.lists.set('history/v1/participant', [
    { ...ended, media_node: NODE, disconnect_reason: 'Call disconnected' },
  ]);
  for (const list of ['participant', 'conference_shard', 'alarm']) management.lists.set(`status/v1/${list}`, []);
  management.lists.set('status/v1/worker_vm', [{ id: 1, name: 'harbour-1' }]);
  for (let looks = 0; looks < 2; looks += 1) {
    await reconcile(new Date());
    await untilApplied();
    const inFirst = await database().participant.findMany({ where: { serviceName: first.serviceName } });
    expect(inFirst).toMatchObject([{ joinedAt: at(0), leftReason: null }]);
    expect(inFirst[0]!.leftAt!.getTime() - at(0).getTime()).toBeLessThan(10);
    const inSecond = await database().participant.findMany({ where: { serviceName: second.serviceName } });
    expect(inSecond).toMatchObject([{ displayName: 'Dana', leftAt: at(100), leftReason: 'Call disconnected' }]);
  }
});

it('who left, came back in another meeting and left it while nobody told us was in both, unless history means the first', async () => {
  const [first, second] = [await storedMeeting(), await storedMeeting()];
  const time = Math.floor(Date.now() / 1000) - 600;
  const at = (after: number) => new Date((time + after) * 1000);
  const dana = { conversation_id: randomUUID(), display_name: 'Dana', protocol: 'SIP', has_media: true };
  const leg = { ...dana, uuid: randomUUID(), conference: first.serviceName, service_type: 'conference' };
  const of = { node: NODE, version: 2 };
  await recordTogether([
    deliveredEvent({ ...of, seq: 1, time, event: 'participant_connected', data: leg }),
    deliveredEvent({ ...of, seq: 2, time: time + 101, event: 'participant_disconnected', data: leg }),
  ]);
  await untilApplied();
  const onWire = (moment: Date) => moment.toISOString().replace('Z', '');
  for (const list of ['participant', 'conference_shard', 'alarm']) management.lists.set(`status/v1/${list}`, []);
  management.lists.set('status/v1/worker_vm', [{ id: 1, name: 'harbour-1' }]);
  for (const [cameAfter, stays] of [
    [0, []],
    [150, [{ displayName: 'Dana', leftAt: at(400) }]],
  ] as const) {
    const ended = { ...dana, id: leg.uuid, conference_name: second.serviceName, service_type: 'conference' };
    const times = { start_time: onWire(at(cameAfter)), end_time: onWire(at(400)) };
    management.lists.set('history/v1/participant', [{ ...ended, ...times, media_node: NODE }]);
    await reconcile(new Date());
    await untilApplied();
    expect(await peopleOf(first)).toEqual([{ displayName: 'Dana', leftAt: at(101) }]);
    expect(await peopleOf(second)).toEqual(stays);
  }
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/lib/db/client';
import { deliveredEvent } from '@/lib/events/read-delivery';
import { recordTogether } from '@/lib/events/record-together';
import { storedMeeting } from '@/lib/testing/builders';
import { emptyComputed } from '@/lib/testing/computed-rows';
import { testDatabase } from '@/lib/testing/database';
import { managementSettings, startManagementNode, type TestManagementNode } from '@/lib/testing/management-node';
import { untilApplied } from '@/lib/testing/until-applied';
import { reconcile } from './reconcile';
import { loadReport, saveReport } from './report-store';

// A node crashes and comes back while the Management Node does not answer.

let management: TestManagementNode;
let serviceName: string;
const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
const NODE = '192.0.2.11';
const minutesAgo = (minutes: number) => Date.now() / 1000 - minutes * 60;
const dateAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

beforeAll(async () => {
  await testDatabase();
  management = await startManagementNode();
  for (const [name, value] of Object.entries(managementSettings(management))) vi.stubEnv(name, value);
});
afterAll(() => management.close());

beforeEach(async () => {
  for (const list of ['status/v1/conference_shard', 'status/v1/alarm', 'history/v1/participant']) {
    management.lists.set(list, []);
  }
  management.lists.set('status/v1/worker_vm', [{ id: 1 }]);
  management.refuse = () => 503;
  warnings.mockClear();
  await emptyComputed();
  await database().setting.deleteMany();
  ({ serviceName } = await storedMeeting());
});

async function hear(event: string, time: number, data: object): Promise<void> {
  await recordTogether([deliveredEvent({ node: NODE, seq: 7, version: 2, time, event, data })]);
  await untilApplied();
}

const leg = () => ({
  uuid: `leg of ${serviceName}`,
  conversation_id: `talk of ${serviceName}`,
  conference: serviceName,
});

/** Dana is in since half an hour, and the node's sink began anew since. */
async function danaAndAStart(minutes: number): Promise<void> {
  const started = { name: serviceName, start_time: minutesAgo(30) };
  await hear('conference_started', minutesAgo(30), started);
  const facts = { display_name: 'Dana', protocol: 'SIP', has_media: true, service_type: 'conference' };
  await hear('participant_connected', minutesAgo(30), { ...leg(), ...facts, connect_time: minutesAgo(30) });
  await hear('eventsink_started', minutesAgo(minutes), {});
}

async function look(now = new Date()): Promise<void> {
  await reconcile(now);
  await untilApplied();
}

const dana = () =>
  database().participant.findFirst({ where: { serviceName }, select: { leftAt: true, leftKnownBy: true } });
const isOver = async () => (await database().conference.findUnique({ where: { serviceName } }))?.endedAt !== null;
const there = { leftAt: null, leftKnownBy: null };
const gone = { leftAt: expect.any(Date) as Date, leftKnownBy: 'node_restarted' };

describe('while the Management Node is silent', () => {
  it('nobody leaves within five minutes of a start, and then everybody does whom the node does not speak of', async () => {
    await danaAndAStart(4);
    await look();
    expect(await dana()).toEqual(there);
    expect(await isOver()).toBe(false);

    await look(new Date(Date.now() + 2 * 60_000));
    expect(await dana()).toEqual(gone);
    expect(await isOver()).toBe(true);
    expect(warnings.mock.calls.flat().join()).toContain('believed without');
  });

  it('a start before the last comparison ends nobody, one after it does', async () => {
    await danaAndAStart(10);
    await saveReport({ ...(await loadReport()), comparedAt: dateAgo(9) });
    await look();
    expect(await dana()).toEqual(there);
    await hear('eventsink_started', minutesAgo(8), {});
    await look();
    expect(await dana()).toEqual(gone);
  });

  it('a second look changes nothing, nor does a start that comes again', async () => {
    await danaAndAStart(6);
    await look();
    const [start] = await database().sinkStart.findMany();
    expect(start).toMatchObject({ tells: true, settledTo: null });
    await recordTogether([
      deliveredEvent({
        node: NODE,
        seq: 8,
        version: 2,
        time: start!.at.getTime() / 1000,
        event: 'eventsink_started',
        data: {},
      }),
    ]);
    await untilApplied();
    await look();
    expect(await database().sinkStart.findMany()).toEqual([start]);
    expect(await dana()).toEqual(gone);
  });

  it('two instances that look and apply at once end them once', async () => {
    await danaAndAStart(6);
    await Promise.all([look(), look(), untilApplied()]);
    await untilApplied();
    expect(await dana()).toEqual(gone);
    expect(warnings.mock.calls.flat().filter((words) => String(words).includes('believed without'))).toHaveLength(1);
  });
});

it('who is listed when the Management Node is back was never gone, and stays when it is silent again', async () => {
  await danaAndAStart(6);
  await look();
  expect(await dana()).toEqual(gone);

  management.refuse = () => null;
  management.lists.set('status/v1/participant', [
    { id: leg().uuid, conversation_id: leg().conversation_id, conference: serviceName },
  ]);
  management.lists.set('status/v1/conference_shard', [{ conference: serviceName, node: NODE }]);
  await look();
  expect(await dana()).toEqual(there);
  expect(await isOver()).toBe(false);
  expect((await loadReport()).comparedAt).not.toBeNull();

  management.refuse = () => 503;
  await look(new Date(Date.now() + 10 * 60_000));
  expect(await dana()).toEqual(there);
});

it('nothing is believed without it while it answers', async () => {
  await danaAndAStart(6);
  management.refuse = () => null;
  management.lists.set('status/v1/participant', []);
  await look();
  expect(await dana(), 'one look at an empty list proves nothing').toEqual(there);
  await saveReport({ ...(await loadReport()), missingSince: dateAgo(1) });
  await database().sinkEvent.updateMany({ data: { receivedAt: dateAgo(6) } });
  await look();
  expect(await dana()).toMatchObject({ leftKnownBy: 'not_listed' });
  expect(await database().sinkStart.findMany()).toMatchObject([{ tells: false, settledTo: null }]);
});

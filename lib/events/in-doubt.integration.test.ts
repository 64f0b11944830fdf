import { afterAll, beforeAll, expect, test } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { computedRows } from '@/lib/testing/computed-rows';
import { testDatabase } from '@/lib/testing/database';
import { pick, sampleConference, sampleLeg, seededRandom } from '@/lib/testing/sample-events';
import { untilApplied } from '@/lib/testing/until-applied';
import { mayChangeConference, mayChangeLeg } from './in-doubt';
import { conferencesInDoubt } from './in-doubt-store';
import { readDelivery } from './read-delivery';
import { storeEvents } from './store-events';

beforeAll(() => testDatabase());
afterAll(disconnectDatabase);

test('the tables are asked for the same conferences as the rule says, a few at a time', async () => {
  const random = seededRandom(7);
  const nodes = ['192.0.2.11', '192.0.2.12'];
  const events = [...Array(60).keys()].flatMap((number) => [
    ...sampleLeg(`leg ${number}`, `Room ${number}`, random),
    ...nodes.flatMap((node) => (random() < 0.5 ? sampleConference(`Room ${number}`, node, random) : [])),
  ]);
  const times = events.map(({ time }) => time);
  const restarts = [0.3, 0.9].map((share) => ({
    ...{ event: 'eventsink_started', node: nodes[0]!, seq: 1, version: 2, data: {} },
    time: Math.min(...times) + share * (Math.max(...times) - Math.min(...times)),
  }));
  await storeEvents(readDelivery(JSON.stringify({ event: 'eventsink_bulk', data: [...events, ...restarts] })));
  await untilApplied();
  const rows = await computedRows();
  const ends = [...rows.legs.map((leg) => leg.disconnectedAt), ...rows.nodes.map((row) => row.endedAt)];
  const moments = [...ends.flatMap((at) => at ?? []), ...times.map((time) => new Date(time * 1000))];
  for (let count = 0; count < 200; count += 1) {
    const start = { node: pick(nodes, random), at: pick(moments, random) };
    const legs = rows.legs.filter((leg) => leg.mainName !== '' && mayChangeLeg(start, leg));
    const shares = rows.nodes.filter((row) => mayChangeConference(start, row));
    const byRule = [...new Set([...legs, ...shares].map(({ mainName }) => mainName))].sort();
    const asked: string[] = [];
    for (let some = ['']; some.length > 0; asked.push(...some)) {
      const from = { ...start, settledTo: asked.at(-1) ?? '' };
      some = await database().$transaction((tx) => conferencesInDoubt(tx, from, 9));
    }
    expect([...asked].sort()).toEqual(byRule);
  }
}, 60_000);

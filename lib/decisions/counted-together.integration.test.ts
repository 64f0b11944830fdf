import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { countStrays } from '@/lib/strays/stray-store';
import { testDatabase } from '@/lib/testing/database';
import { countRefusals, noteSightings } from './decision-store';

// Instances hear of the same nodes and the same strangers, each in an order of its own, and write it down at the same moment.

beforeAll(testDatabase);
afterAll(disconnectDatabase);

const ROWS = 300;
const ROUNDS = 10;
const at = new Date();
const numbers = Array.from({ length: ROWS }, (_, index) => String(index));

const COUNTERS: [string, (names: readonly string[]) => Promise<void>, () => Promise<number>][] = [
  [
    'nodes that ask',
    (names) => noteSightings(names.map((node) => ({ node, location: 'Oslo', version: '37', at, requests: 1 }))),
    async () => Number((await database().nodeSighting.aggregate({ _sum: { requests: true } }))._sum.requests),
  ],
  [
    'wrong credentials',
    (names) => countRefusals(names.map((address) => ({ door: 'policy', address, at, attempts: 1 }))),
    async () => (await database().refusedCredentials.aggregate({ _sum: { attempts: true } }))._sum.attempts ?? 0,
  ],
  [
    'requests that strayed',
    (names) => countStrays(names.map((path) => ({ kind: 'path', path, address: '192.0.2.1', at, attempts: 1 }))),
    async () => (await database().strayRequest.aggregate({ _sum: { attempts: true } }))._sum.attempts ?? 0,
  ],
];

it.each(COUNTERS)('%s are counted by two at once, whatever their order', async (_, count, total) => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all([count(numbers), count(numbers.toReversed())]);
  }
  expect(await total()).toBe(2 * ROUNDS * ROWS);
});

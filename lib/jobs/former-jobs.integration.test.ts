import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { disconnectDatabase, pool } from '@/lib/db/client';
import { testDatabase } from '@/lib/testing/database';
import { runJobs } from './run-jobs';

let runner: { stop(): Promise<void> };

beforeAll(async () => {
  await testDatabase();
  runner = await runJobs();
});
afterEach(() => runner.stop());
afterAll(disconnectDatabase);

it('jobs by which a version before told webhooks are not left for ever', async () => {
  for (let index = 0; index < 20; index += 1) {
    const payload = { deliveryId: randomUUID(), webhookId: randomUUID() };
    await pool().query(`select graphile_worker.add_job('deliver-webhook', $1::json, job_key := $2)`, [
      JSON.stringify(payload),
      `webhook-delivery:${payload.deliveryId}`,
    ]);
  }
  const left = `select count(*)::int as count from graphile_worker.jobs where task_identifier = 'deliver-webhook'`;
  await vi.waitFor(async () => expect((await pool().query(left)).rows).toEqual([{ count: 0 }]), { timeout: 10_000 });
});

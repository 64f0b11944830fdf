import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { newSecrets, startStack } from '@/scripts/mayfly-stack';
import { freePort, startProgram } from '@/scripts/processes';

/** A real database, the app and the simulator as processes of their own, and two agents. */
export async function startTestStack() {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-e2e-'));
  const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  const secrets = newSecrets();
  const databaseUrl = postgres.url;
  try {
    const seed = await startProgram(['prisma/seed.ts'], { ...secrets, DATABASE_URL: databaseUrl }, /Agents:/);
    await seed.ended;
    // Every test comes from one address; the limits have a spec of their own.
    const env = {
      ...{ RATE_LIMIT_CREATE: '10000/60', RATE_LIMIT_JOIN: '10000/60', SIMULATOR_LIVE_CAPTIONS: 'true' },
      // Another site than ours, which is at localhost.
      FRAME_ANCESTORS: `http://127.0.0.1:${await freePort()}`,
    };
    const stack = await startStack({ databaseUrl, secrets, env });
    return {
      env: { ...stack.env, NODE_URL: stack.nodeUrls[0] },
      stop: async () => {
        await stack.stop();
        await postgres.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

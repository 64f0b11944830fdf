import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { buildSite } from './build-site';
import { newSecrets, startStack } from './mayfly-stack';
import { startProgram } from './processes';

// npm run demo: everything on this machine, from a fresh clone to a call. Data and secrets stay in .data between runs.

const folder = path.resolve('.data');

async function demo(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const secrets = demoSecrets(path.join(folder, 'demo-secrets.json'));

  step('Starting the database');
  const embedded = process.env.DATABASE_URL ? null : await startEmbeddedPostgres(path.join(folder, 'postgres'));
  const databaseUrl = process.env.DATABASE_URL ?? embedded!.url;
  await prepareDatabase(databaseUrl);
  const env = { ...secrets, DATABASE_URL: databaseUrl };
  await (
    await startProgram(['prisma/seed.ts'], env, /Agents:/)
  ).ended;

  step('Building the site (about half a minute)');
  await buildSite();

  step('Starting the Infinity simulator and the site');
  const logFile = path.join(folder, 'demo.log');
  const onOutput = (text: string) => writeFileSync(logFile, text, { flag: 'a', mode: 0o600 });
  const stack = await startStack({
    databaseUrl,
    secrets,
    ports: { app: 3000, node: 7080, management: 7090 },
    onOutput,
  });

  console.log(`
  Site   ${stack.appUrl}
  Desk   ${stack.appUrl}/dashboard
         ingrid@harbourline.example or tom@harbourline.example
         password: ${secrets.SEED_AGENT_PASSWORD}

  Log    ${path.relative('.', logFile)}
  Stop   Ctrl-C
`);

  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    console.log('Stopping…');
    await stack.stop();
    await embedded?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  // npm passes a termination on to its shell only; we would be left behind with nobody to stop us.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void stop(0), 1_000).unref();
  for (const [name, running] of Object.entries({ site: stack.app, simulator: stack.simulator })) {
    void running.ended.then((output) => {
      if (isStopping) return;
      console.error(`The ${name} ended by itself:\n${output}`);
      void stop(1);
    });
  }
}

/** The demo runs in production mode, which refuses published secrets; so it makes its own, once. */
function demoSecrets(file: string): Record<string, string> {
  if (existsSync(file)) {
    const kept = z.record(z.string(), z.string()).safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (kept.success) return kept.data;
  }
  const secrets = newSecrets();
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

function step(text: string): void {
  console.log(`· ${text}`);
}

try {
  await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

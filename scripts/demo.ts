import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { prepareDatabase } from '@/lib/db/prepare-database';
import { buildSite } from './build-site';
import { newSecrets, startStack, type MayflyStack } from './mayfly-stack';
import { startProgram } from './processes';

// npm run demo: everything on this machine, from a fresh clone to a call. Data and secrets stay in .data between runs.

const folder = path.resolve('.data');
const logFile = path.join(folder, 'demo.log');

/** What runs, in the order in which it was started; it is stopped the other way round. */
const started: { stop(): Promise<void> }[] = [];
let isStopping = false;

async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  console.log('Stopping…');
  for (const running of started.splice(0).reverse()) await running.stop();
  process.exit(exitCode);
}

async function demo(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const secrets = demoSecrets(path.join(folder, 'demo-secrets.json'));
  const databaseUrl = await preparedDatabase(secrets);

  step('Building the site (about half a minute)');
  await buildSite();

  step('Starting the Infinity simulator and the site');
  const onOutput = (text: string) => writeFileSync(logFile, text, { flag: 'a', mode: 0o600 });
  const ports = { app: 3000, node: 7080, management: 7090 };
  const stack = await startStack({ databaseUrl, secrets, ports, onOutput });
  started.push(stack);
  stopWhenOneEnds(stack);
  if (!stack.appUrl.endsWith(`:${ports.app}`)) console.log(`  (port ${ports.app} is in use, so another was taken)`);

  console.log(`
  Site   ${stack.appUrl}
  Desk   ${stack.appUrl}/dashboard
         ingrid@harbourline.example or tom@harbourline.example
         password: ${secrets.SEED_AGENT_PASSWORD}

  Log    ${path.relative('.', logFile)}
  Stop   Ctrl-C
`);
}

/** The database given, or the embedded one: running, migrated and with two agents in it. */
async function preparedDatabase(secrets: Record<string, string>): Promise<string> {
  step('Starting the database');
  await (
    await startProgram(['scripts/generate-client.ts'], {}, /generated/)
  ).ended;
  const given = process.env.DATABASE_URL;
  const embedded = given ? null : await startEmbeddedPostgres(path.join(folder, 'postgres'));
  if (embedded) started.push(embedded);
  const databaseUrl = given ?? embedded!.url;
  await prepareDatabase(databaseUrl);
  const seed = await startProgram(['prisma/seed.ts'], { ...secrets, DATABASE_URL: databaseUrl }, /Agents:/);
  await seed.ended;
  return databaseUrl;
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

function stopWhenOneEnds(stack: MayflyStack): void {
  for (const [name, running] of Object.entries({ site: stack.app, simulator: stack.simulator })) {
    void running.ended.then((output) => {
      if (isStopping) return;
      console.error(`The ${name} ended by itself:\n${output}`);
      void stop(1);
    });
  }
}

function step(text: string): void {
  console.log(`· ${text}`);
}

// From the first moment: a Ctrl-C during the build must not leave a database behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
// npm passes a termination on to its shell only; we would be left behind with nobody to stop us.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void stop(0), 1_000).unref();

demo().catch((error: unknown) => {
  if (!isStopping) console.error(error instanceof Error ? error.message : error);
  void stop(1);
});

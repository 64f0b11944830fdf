import { existsSync, readFileSync } from 'node:fs';
import { SETTING_NAMES } from '@/lib/config/env';
import { newSecrets } from '@/scripts/mayfly-stack';
import { freePort, startProgram } from '@/scripts/processes';

export type ServerName = 'bare' | 'bareSink' | 'mayfly';

/** A server under measurement, in a process of its own. */
export interface BenchServer {
  port: number;
  /** What it wants in the Authorization header of policy requests, and of events; the bare ones do not look. */
  authorization: string;
  eventsAuthorization: string;
  /** CPU time that the process has used so far, in microseconds; null where the system does not say. */
  cpuUs(): number | null;
  /** The last that it printed. */
  output(): string;
  stop(): Promise<void>;
}

const PROGRAMS: Record<ServerName, { file: string; readyWhen: RegExp; port: number }> = {
  mayfly: { file: 'server.ts', readyWhen: /Mayfly is ready/, port: 22_000 },
  bare: { file: 'bench/bare-server.ts', readyWhen: /bare server is ready/, port: 22_001 },
  bareSink: { file: 'bench/bare-sink.ts', readyWhen: /bare server is ready/, port: 22_001 },
};
const INFINITY_NODE = 'http://localhost:22090'; // it has to be set, and nobody is called there
const USERNAME = 'infinity';

const running = new Set<BenchServer>();

/** Whatever is still running, for somebody who cannot wait until it has been measured. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
}

/** Starts one of them on a database that is migrated, in production mode with secrets of its own. */
export async function startServer(name: ServerName, databaseUrl: string): Promise<BenchServer> {
  const program = PROGRAMS[name];
  const port = await freePort(program.port);
  const secrets = newSecrets();
  const env = {
    // Said to be absent, so that a developer's .env does not leak into a measurement.
    ...Object.fromEntries(SETTING_NAMES.map((setting) => [setting, ''])),
    ...{ NODE_ENV: 'production', PORT: String(port), APP_URL: `http://localhost:${port}`, DATABASE_URL: databaseUrl },
    ...{ INFINITY_NODES: INFINITY_NODE, POLICY_USERNAME: USERNAME, EVENTS_USERNAME: USERNAME, ...secrets },
  };
  let output = '';
  const keep = (text: string) => (output = (output + text).slice(-4_000));
  const args = ['--import', './bench/on-server-core.ts', program.file];
  const started = await startProgram(args, env, program.readyWhen, keep);
  const pid = Number(/measured process (\d+)/.exec(output)?.[1]);
  const server: BenchServer = {
    port,
    authorization: basic(secrets.POLICY_PASSWORD),
    eventsAuthorization: basic(secrets.EVENTS_PASSWORD),
    cpuUs: () => cpuUsOf(pid),
    output: () => output,
    async stop() {
      await started.stop();
      running.delete(server);
    },
  };
  running.add(server);
  return server;
}

const basic = (password = '') => `Basic ${Buffer.from(`${USERNAME}:${password}`).toString('base64')}`;

/** Linux counts in hundredths of a second towards programs, whatever its own clock does. */
const TICK_US = 10_000;

/** User and system time of a process with all its threads, from /proc (fields 14 and 15 of stat). */
function cpuUsOf(pid: number): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const stat = readFileSync(file, 'utf8');
  // The name in field 2 may hold spaces; what follows its bracket begins with field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_US;
}

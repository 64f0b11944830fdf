import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { binariesFolder, postgresCommand } from './postgres-binaries';
import { ensureCluster, USER } from './postgres-cluster';

export interface EmbeddedPostgres {
  /** A postgresql:// address with the password in it: keep it out of logs. */
  url: string;
  /** Stops the server if this process is the one that answers for it. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const AGAIN_AFTER_MS = 100;

/**
 * Starts the PostgreSQL that comes with the npm packages, on data kept in `folder`, and waits until it answers. A server
 * that a killed process left running there is taken over. Throws EmbeddedPostgresUnavailable where it cannot run.
 *
 * @param wantedPort for one that comes back where others knew it; any free one otherwise
 */
export async function startEmbeddedPostgres(folder: string, wantedPort?: number): Promise<EmbeddedPostgres> {
  mkdirSync(folder, { recursive: true });
  const data = path.join(folder, 'data');
  const password = ensureCluster(folder, data);
  const urlAt = (port: number) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${USER}`;

  const running = runningServer(data);
  if (running && (await answers(urlAt(running.port)))) {
    return { url: urlAt(running.port), stop: takeOver(folder) ? () => stopServer(data) : async () => {} };
  }
  const port = wantedPort ?? (await freePort());
  await startUntilAnswering(path.join(folder, 'log'), data, port, urlAt(port));
  takeOver(folder);
  return { url: urlAt(port), stop: () => stopServer(data) };
}

/** Starts the server, which says in `log` what hinders it. */
function launch(log: string, data: string, port: number): ChildProcess {
  const command = postgresCommand(binariesFolder(), 'postgres', data);
  const options = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ];
  const output = openSync(log, 'a');
  // Its own session: Ctrl-C in the terminal reaches us alone, and we stop the database last.
  const server = spawn(command.file, [...command.prefix, ...options], {
    ...command.identity,
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  server.unref();
  return server;
}

/** What postmaster.pid says, if that process is alive: line 1 is the process id, line 4 the port. */
function runningServer(data: string): { pid: number; port: number } | null {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return isAlive(pid) ? { pid, port: Number(lines[3]) } : null;
}

/** Becomes the process that stops the server, unless another living one is. */
function takeOver(folder: string): boolean {
  const file = path.join(folder, 'owner');
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (owner !== process.pid && isAlive(owner)) return false;
  writeFileSync(file, String(process.pid));
  return true;
}

async function stopServer(data: string): Promise<void> {
  const server = runningServer(data);
  if (!server) return;
  process.kill(server.pid, 'SIGINT'); // fast shutdown: ends sessions, keeps every commit
  while (isAlive(server.pid)) await pause(20);
}

function isAlive(pid: number): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts the server until it answers. One that ends at once is started again: where a former one was killed, its children
 * hold the shared memory until they notice, and PostgreSQL refuses the folder as long as they do.
 */
async function startUntilAnswering(log: string, data: string, port: number, url: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  let server = launch(log, data, port);
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start. ${log} ends with:\n${lastLines(log)}`);
    await pause(20);
    if (!hasEnded(server)) continue;
    await pause(AGAIN_AFTER_MS);
    server = launch(log, data, port);
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-4).join('\n');
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

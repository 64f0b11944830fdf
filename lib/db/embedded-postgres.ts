import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { binariesFolder, postgresCommand } from './postgres-binaries';

export interface EmbeddedPostgres {
  /** A postgresql:// address with the password in it: keep it out of logs. */
  url: string;
  /** Stops the server if this process is the one that answers for it. */
  stop(): Promise<void>;
}

const USER = 'postgres';
const START_LIMIT_MS = 30_000;

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
  launch(folder, data, port);
  await untilAnswering(urlAt(port), path.join(folder, 'log'));
  takeOver(folder);
  return { url: urlAt(port), stop: () => stopServer(data) };
}

/** Makes the data folder on first use, and returns the superuser's password, which exists only in a 0600 file. */
function ensureCluster(folder: string, data: string): string {
  const passwordFile = path.join(folder, 'password');
  if (existsSync(data)) return readFileSync(passwordFile, 'utf8').trim();
  const fresh = `${data}.new`;
  // Left over when a first start was killed half-way; only the finished folder ever gets the real name.
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  const command = postgresCommand(binariesFolder(), 'initdb', data);
  const { uid, gid } = command.identity;
  if (uid !== undefined && gid !== undefined) [fresh, passwordFile].forEach((file) => chownSync(file, uid, gid));
  const options = [
    '-D',
    fresh,
    '-U',
    USER,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
  ];
  const made = spawnSync(command.file, [...command.prefix, ...options], { ...command.identity, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  renameSync(fresh, data);
  return readFileSync(passwordFile, 'utf8').trim();
}

function launch(folder: string, data: string, port: number): void {
  const command = postgresCommand(binariesFolder(), 'postgres', data);
  const log = openSync(path.join(folder, 'log'), 'a');
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
  // Its own session: Ctrl-C in the terminal reaches us alone, and we stop the database last.
  spawn(command.file, [...command.prefix, ...options], {
    ...command.identity,
    stdio: ['ignore', log, log],
    detached: true,
  }).unref();
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

async function untilAnswering(url: string, log: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start; its log is ${log}`);
    await pause(20);
  }
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

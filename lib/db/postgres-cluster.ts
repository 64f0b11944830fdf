import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { binariesFolder, postgresCommand } from './postgres-binaries';

/** The superuser of a cluster of ours. */
export const USER = 'postgres';

/** Makes the data folder on first use, and returns the superuser's password, which exists only in a 0600 file. */
export function ensureCluster(folder: string, data: string): string {
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

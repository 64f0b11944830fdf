import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

// The server that is measured has a core to itself; database, generator and everything else share the others.

export const SERVER_CORE = '0';

/** Every core but the server's: `1` on a machine with two. */
export function otherCores(): string {
  const last = cpus().length - 1;
  return last > 1 ? `1-${last}` : '1';
}

/** Keeps this process, and whatever it starts from now on, on these cores. False where that cannot be done. */
export function pinSelf(cores: string): boolean {
  const isPossible = process.platform === 'linux' && cpus().length > 1;
  // Every thread of ours: V8 has some already.
  const options = ['--all-tasks', '--pid', '--cpu-list', cores, String(process.pid)];
  return isPossible && spawnSync('taskset', options, { stdio: 'ignore' }).status === 0;
}

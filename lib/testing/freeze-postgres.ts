import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Has an embedded PostgreSQL stand still as behind a cut network: connections stay open, new ones are taken by the kernel,
 * and nobody answers. @returns what lets it go on.
 */
export function freezePostgres(folder: string): () => void {
  const postmaster = Number(readFileSync(path.join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  // The parent first: it would start others in place of those that stand still.
  process.kill(postmaster, 'SIGSTOP');
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  for (const child of children) process.kill(child, 'SIGSTOP');
  return () => [...children, postmaster].forEach((pid) => process.kill(pid, 'SIGCONT'));
}

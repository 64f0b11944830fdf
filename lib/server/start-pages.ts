import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { PAGES_READY, type PagesOrder, type PagesTask } from './pages-task';

export interface Pages {
  /** Where it listens; nobody else's processes can reach it. */
  socketPath: string;
  /** When requests may come. Never, when it ends before. */
  ready: Promise<void>;
  /** Ends what would never end by itself. */
  endStreams(): void;
  /** When it has closed everything that it had open. */
  stop(): Promise<void>;
}

/**
 * Starts Next in a thread of its own: policy answers do not wait for pages, and are not slowed down by what Next asks of the
 * runtime (by a quarter, from its first page on).
 *
 * @param onEnd told when the thread has ended without being stopped, and why
 */
export function startPages(task: Omit<PagesTask, 'socketPath'>, onEnd: (error: Error) => void): Pages {
  const { socketPath, remove } = privateSocket();
  const workerData: PagesTask = { ...task, socketPath };
  // A worker gets this thread's environment as it is now. Node's own options are the process's, and stay there.
  const worker = new Worker(new URL('./pages-thread.mjs', import.meta.url), { workerData, execArgv: [] });
  const tell = (order: PagesOrder) => worker.postMessage(order);
  let isStopping = false;
  let reason: unknown;
  worker.on('error', (error) => (reason = error));
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      remove();
      resolve();
      const cause = reason ?? `exit code ${code}`;
      if (!isStopping) onEnd(new Error('The thread that serves pages has ended', { cause }));
    });
  });
  return {
    socketPath,
    ready: new Promise((resolve) => worker.on('message', (message) => message === PAGES_READY && resolve())),
    endStreams: () => tell('end-streams'),
    stop() {
      isStopping = true;
      tell('stop');
      return ended;
    },
  };
}

/** On Windows a pipe whose name nobody can guess; elsewhere a socket in a folder (0700) that is only ours to open. */
function privateSocket(): { socketPath: string; remove(): void } {
  if (process.platform === 'win32') return { socketPath: `\\\\.\\pipe\\mayfly-${randomUUID()}`, remove: () => {} };
  const folder = mkdtempSync(path.join(tmpdir(), 'mayfly-'));
  return { socketPath: path.join(folder, 'pages'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

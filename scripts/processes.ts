import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

// Starting and stopping the processes that make up a running Mayfly: for the demo and for the end-to-end tests.

export interface RunningProcess {
  /** Ends it in its own order and waits until it has ended. */
  stop(): Promise<void>;
  /** Ends it as a crash would, with no order at all. */
  kill(): Promise<void>;
  /** Resolves when it has ended by itself, with what it wrote. */
  ended: Promise<string>;
}

const READY_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 15_000;

/** Starts one of our TypeScript programs and waits until it says that it is ready. Rejects with its output when it does not. */
export async function startProgram(
  args: string[],
  env: Record<string, string>,
  readyWhen: RegExp,
  onOutput: (text: string) => void = () => {},
): Promise<RunningProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we end the others in their order.
    detached: true,
  });
  let output = '';
  const ended = new Promise<string>((resolve) => child.once('exit', () => resolve(output)));
  const ready = new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`${args[0]} did not get ready:\n${output}`)), READY_LIMIT_MS);
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      onOutput(chunk.toString());
      if (!readyWhen.test(output)) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => {
      clearTimeout(limit);
      reject(new Error(`${args[0]} ended before it was ready:\n${output}`));
    });
  });
  try {
    await ready;
  } catch (error) {
    await stopChild(child, 'SIGTERM');
    throw error;
  }
  return { ended, stop: () => stopChild(child, 'SIGTERM'), kill: () => stopChild(child, 'SIGKILL') };
}

async function stopChild(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(limit);
}

/** The wanted port when it is free, else one that the system chooses. */
export async function freePort(wanted = 0): Promise<number> {
  for (const port of [wanted, 0]) {
    const found = await tryPort(port);
    if (found !== null) return found;
  }
  throw new Error('no free port');
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(null));
    // Every address, as the programs themselves listen.
    probe.listen(port, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

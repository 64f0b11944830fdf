import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { until } from './testing/until';

vi.setConfig({ testTimeout: 60_000 });

/** Living descendants of a process; what has ended but was not waited for yet is left out. */
function children(pid: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/));
  const own = rows.filter(([, parent, state]) => parent === String(pid) && !state?.startsWith('Z'));
  return own.flatMap(([child]) => [Number(child), ...children(Number(child))]);
}

const isRunning = (pid: number) => {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' });
  return new RegExp(`^\\s*${pid}\\s+[^Z\\s]`, 'm').test(table);
};

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the simulator and every process it began', async (signal) => {
  const program = spawn(process.execPath, ['--import', 'tsx', 'simulator/main.ts'], {
    env: {
      ...process.env,
      SIMULATOR_NODES: '0@Harbour',
      SIMULATOR_MANAGEMENT_PORT: '0',
      SIMULATOR_POLICY_URL: '',
      SIMULATOR_EVENT_SINK_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = once(program, 'exit');
  const [, node] = await until('the node', () => /^Conferencing Node .*: (http\S+)$/m.exec(output), 30_000);
  const script = await fetch(`${node}/static/webrtc/js/pexrtc.js`);
  expect(await script.text()).toContain('PexRTC');
  const begun = children(program.pid ?? 0);
  program.kill(signal);
  expect(await exit).toEqual([0, null]);
  await until('the end of its processes', () => !begun.some(isRunning));
});

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { buttonBytes } from '@/e2e/button-weight';
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres';
import { startStack } from '@/scripts/mayfly-stack';
import { freePort } from '@/scripts/processes';
import { builtSite } from './built-site';
import { launchChromium } from './on-chromium';
import { measureCall, weighPanel, type CallFigures } from './page-call';
import { runLighthouse, type LighthouseRun } from './page-lighthouse';
import { pageTable, stepsNote } from './page-table';
import { runBench, started } from './started';

// npm run bench:page: what a visitor waits for, on the site and from the click to the far end's picture (bench/README.md).

const FULL = { lighthouseRuns: 5, calls: 7 };
/** Shows that everything works. Its figures mean little. */
const QUICK = { lighthouseRuns: 1, calls: 1 };
/** Above this the machine is measured, and not the site. */
const QUIET_LOAD = 2.5;

async function bench(options: typeof FULL): Promise<void> {
  await builtSite();
  const siteUrl = await startSite();
  const loadBefore = loadavg()[0] ?? 0;
  const runs = await withBrowser([], (_, port) => inTurn(options.lighthouseRuns, () => runLighthouse(siteUrl, port)));
  for (const complaint of new Set(runs.flatMap((run: LighthouseRun) => run.complaints))) console.log(`· ${complaint}`);
  const devices = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];
  const { calls, ...sizes } = await withBrowser(devices, async (browser) => {
    await measureCall(browser, siteUrl); // the first one warms up node and server
    const calls: CallFigures[] = await inTurn(options.calls, () => measureCall(browser, siteUrl));
    return { calls, ...(await weighPanel(browser, siteUrl)) };
  });
  console.log(`
${pageTable(runs, calls, { button: buttonBytes(), ...sizes })}

${stepsNote(calls)}

${runs.length} Lighthouse run(s) and ${calls.length} call(s) on ${cpus().length} cores (${cpus()[0]?.model.trim()}), Chromium without a GPU;
load before ${loadBefore.toFixed(1)}${loadBefore > QUIET_LOAD ? ': **too busy a machine for these figures to mean much**' : ''}. Node ${process.versions.node}.`);
}

/** The demo's processes on a database of their own. */
async function startSite(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-bench-'));
  started.push({ stop: () => rm(folder, { recursive: true, force: true }) });
  const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  started.push(postgres);
  // Every call comes from one address.
  const env = { RATE_LIMIT_CREATE: '10000/60', RATE_LIMIT_JOIN: '10000/60' };
  const stack = await startStack({ databaseUrl: postgres.url, env });
  started.push(stack);
  return stack.appUrl;
}

async function withBrowser<T>(args: string[], work: (browser: Browser, port: number) => Promise<T>): Promise<T> {
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`, ...args]);
  try {
    return await work(browser, port);
  } finally {
    await browser.close();
  }
}

async function inTurn<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  while (results.length < times) results.push(await work());
  return results;
}

await runBench(async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
  await bench(values.quick ? QUICK : FULL);
  return true;
});

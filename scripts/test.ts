import { findChromium } from './find-chromium';
import { addCounts, type Counts } from './test-counts';
import { check, playwright, removeReports, TOOLS, vitest } from './test-steps';

// npm test: types, lint, unit, integration, end to end; last, alone on a line, what ran. `--only check` stops after unit.

const isCheckOnly = process.argv.includes('check');

async function runAll(): Promise<Counts[]> {
  const checks = [
    await check('generate', TOOLS.tsx, ['scripts/generate-client.ts']),
    await check('route types', TOOLS.next, ['typegen']),
    // Each of them has use for one core.
    ...(await Promise.all([
      check('types', TOOLS.tsc, ['--noEmit']),
      check('lint', TOOLS.eslint, ['.', '--max-warnings', '0']),
    ])),
    await check('format', TOOLS.prettier, ['--check', '--log-level', 'warn', '.']),
    await vitest('unit'),
  ];
  if (isCheckOnly) return checks;
  const env = { CHROMIUM_PATH: findChromium() };
  return [
    ...checks,
    await vitest('integration', env),
    await vitest('simulator', env),
    await check('build', TOOLS.tsx, ['scripts/build.ts']),
    await playwright(env),
  ];
}

let counts: Counts;
try {
  counts = addCounts(await runAll());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts = { passed: 0, failed: 1, skipped: 0 };
}
removeReports();
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 && counts.skipped === 0 ? 0 : 1);

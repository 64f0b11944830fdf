import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './find-chromium';
import { addCounts, countPlaywright, countVitest, type Counts } from './test-counts';

// npm test: types, lint, unit, integration, end to end; last, alone on a line, what ran. `--only check` stops after unit.

const require = createRequire(import.meta.url);
const reports = mkdtempSync(path.join(tmpdir(), 'mayfly-reports-'));
const isCheckOnly = process.argv.includes('check');

/** A step that is one check: it passes or it does not. */
function check(name: string, bin: string, args: string[]): Counts {
  console.log(`\n── ${name}`);
  const isGreen = runBin(bin, args, {});
  return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 };
}

/** A step that is many tests. A runner that failed without a readable report counts as one failure. */
function suite(
  name: string,
  bin: string,
  args: string[],
  env: Record<string, string>,
  count: (report: unknown) => Counts,
) {
  console.log(`\n── ${name}`);
  const file = path.join(reports, `${name.replaceAll(' ', '-')}.json`);
  const withFile = args.map((arg) => arg.replace('{report}', file));
  const isGreen = runBin(bin, withFile, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const counts = existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  return isGreen || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function runBin(bin: string, args: string[], env: Record<string, string>): boolean {
  const program = require.resolve(bin);
  return (
    spawnSync(process.execPath, [program, ...args], { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  );
}

const VITEST = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
const PLAYWRIGHT = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js');
const TSX = path.join(path.dirname(require.resolve('tsx/package.json')), 'dist/cli.mjs');
const ESLINT = path.join(path.dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
const PRETTIER = path.join(path.dirname(require.resolve('prettier/package.json')), 'bin/prettier.cjs');

function vitest(project: 'unit' | 'integration', env: Record<string, string>): Counts {
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', '--outputFile.json={report}'];
  return suite(project, VITEST, args, env, countVitest);
}

function runAll(): Counts[] {
  const checks = [
    check('generate', TSX, ['scripts/generate-client.ts']),
    check('route types', 'next/dist/bin/next', ['typegen']),
    check('types', 'typescript/bin/tsc', ['--noEmit']),
    check('lint', ESLINT, ['.', '--max-warnings', '0']),
    check('format', PRETTIER, ['--check', '--log-level', 'warn', '.']),
    vitest('unit', {}),
  ];
  if (isCheckOnly) return checks;
  const env = { CHROMIUM_PATH: findChromium() };
  return [
    ...checks,
    vitest('integration', env),
    check('build', TSX, ['scripts/build.ts']),
    suite('end to end', PLAYWRIGHT, ['test'], env, countPlaywright),
  ];
}

let counts: Counts;
try {
  counts = addCounts(runAll());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  counts = { passed: 0, failed: 1, skipped: 0 };
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 && counts.skipped === 0 ? 0 : 1);

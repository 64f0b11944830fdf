import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { countPlaywright, countVitest, type Counts } from './test-counts';

// The steps that `npm test` is made of: each runs a tool in a process of its own and says what it counted.

const require = createRequire(import.meta.url);
const reports = mkdtempSync(path.join(tmpdir(), 'mayfly-reports-'));

const inPackage = (name: string, file: string) =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

export const TOOLS = {
  tsx: inPackage('tsx', 'dist/cli.mjs'),
  next: inPackage('next', 'dist/bin/next'),
  tsc: inPackage('typescript', 'bin/tsc'),
  eslint: inPackage('eslint', 'bin/eslint.js'),
  prettier: inPackage('prettier', 'bin/prettier.cjs'),
};

/** A step that is one check: it passes or it does not. */
export async function check(name: string, tool: string, args: string[]): Promise<Counts> {
  const isGreen = await run(name, tool, args, {});
  return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 };
}

/** The tests of one of vitest's projects. */
export function vitest(project: 'unit' | 'integration' | 'simulator', env: Record<string, string> = {}) {
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', '--outputFile.json={report}'];
  return suite(project, inPackage('vitest', 'vitest.mjs'), args, env, countVitest);
}

/** The tests in real browsers. */
export function playwright(env: Record<string, string>): Promise<Counts> {
  return suite('end to end', inPackage('@playwright/test', 'cli.js'), ['test'], env, countPlaywright);
}

/** Removes what the tools reported. */
export const removeReports = () => rmSync(reports, { recursive: true, force: true });

/** A step that is many tests. A runner that failed without a readable report counts as one failure. */
async function suite(
  name: string,
  tool: string,
  args: string[],
  env: Record<string, string>,
  count: (report: unknown) => Counts,
): Promise<Counts> {
  const file = path.join(reports, `${name.replaceAll(' ', '-')}.json`);
  const withFile = args.map((arg) => arg.replace('{report}', file));
  const isGreen = await run(name, tool, withFile, { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const counts = existsSync(file)
    ? count(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  return isGreen || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Whether it ended well. Its lines begin with its name, for steps that run side by side. */
function run(name: string, tool: string, args: string[], env: Record<string, string>): Promise<boolean> {
  console.log(`\n── ${name}`);
  const child = spawn(process.execPath, [tool, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => console.log(`${name} │ ${line}`));
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

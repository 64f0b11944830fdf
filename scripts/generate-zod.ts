import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Where code stands that browsers may be sent. What is in app parses on the server. */
const FOLDERS = ['components', 'lib'];
/** Names of types, which are nothing once the code is built. */
const TYPES = ['infer', 'input', 'output'];

/**
 * Writes all that our code uses of zod/mini into one file, which takes its place in browsers (next.config.ts): the site's
 * bundler sees that a function is not used, but not that what only that one needs is not used either.
 */
export async function generateZod(): Promise<void> {
  await build({
    stdin: { contents: `export { ${usedNames().join(', ')} } from 'zod/mini';`, resolveDir: process.cwd() },
    outfile: path.resolve('lib/zod/generated/browser.mjs'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    banner: {
      js: '// Made by `npm run generate`: run that again when our code uses a function of zod/mini that is not here.',
    },
    logLevel: 'warning',
  });
}

/** What is imported of zod/mini wherever browsers may be sent it; eslint.config.mjs has it imported as `z` and no other way. */
export function usedNames(): string[] {
  const used = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => namesIn(readFileSync(path.join(folder, file), 'utf8'))),
  );
  return [...new Set(used)].filter((name) => !TYPES.includes(name)).sort();
}

/** What one file uses of zod/mini. */
export function namesIn(source: string): string[] {
  if (!/^import \* as z from 'zod\/mini';$/m.test(source)) return [];
  return [...source.matchAll(/\bz\.([a-z_]\w*)/g)].map(([, name]) => name!);
}

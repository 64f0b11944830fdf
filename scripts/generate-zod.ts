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
    logLevel: 'warning',
  });
}

function usedNames(): string[] {
  const used = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .filter((source) => /^import \* as z from 'zod\/mini';$/m.test(source))
      .flatMap((source) => [...source.matchAll(/\bz\.([a-z_]\w*)/g)].map(([, name]) => name!)),
  );
  return [...new Set(used)].filter((name) => !TYPES.includes(name)).sort();
}

import path from 'node:path';
import { build } from 'esbuild';

/** Writes what lib/zod/browser.ts names of zod, in one file for browsers. */
export async function generateZod(): Promise<void> {
  await build({
    entryPoints: [path.resolve('lib/zod/browser.ts')],
    outfile: path.resolve('lib/zod/generated/browser.mjs'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
}

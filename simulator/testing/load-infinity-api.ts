import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

type InfinityApi = typeof import('@pexip/infinity-api');

/** Pexip's request functions, bundled: the package imports folders, which Node itself does not do. */
export async function loadInfinityApi(): Promise<InfinityApi> {
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'infinity-api-')), 'api.mjs');
  const contents = "export * from '@pexip/infinity-api';";
  const stdin = { contents, resolveDir: import.meta.dirname };
  await build({ stdin, bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'error' });
  const api: InfinityApi = await import(pathToFileURL(outfile).href);
  return api;
}

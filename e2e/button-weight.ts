import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

// What the call costs a page that nobody calls from, read from the build: the bundler puts the button in with the rest of the
// layout, so its part is what the files shrink by when everything is cut out that nothing else on the page needs.

const BUILD = '.next';
const MANIFEST = path.join(BUILD, 'server/app/(site)/page_client-reference-manifest.js');
/** The button in the corner, and those on the pages that open the same panel. */
const OF_THE_CALL = /\/components\/(call\/corner|site\/talk-button)\.tsx$/;

const ClientModules = z.record(z.string(), z.object({ id: z.number(), chunks: z.array(z.string()) }));

/** A module in a file of the build. One piece of code may go by several ids. */
interface Module {
  ids: number[];
  source: string;
}

/** Bytes, gzip, that the home page's scripts have more because one can call from it. */
export function buttonBytes(): number {
  const entries = Object.entries(clientModules());
  const chunks = [...new Set(entries.flatMap(([, { chunks }]) => chunks))].map(readChunk);
  const modules = chunks.flatMap(modulesOf);
  const own = entries.filter(([file]) => OF_THE_CALL.test(file)).map(([, { id }]) => id);
  if (own.length === 0) throw new Error('the build knows no button');
  const needed = reachable(
    modules,
    entries.map(([, { id }]) => id).filter((id) => !own.includes(id)),
  );
  const ofTheCall = [...reachable(modules, own)].filter((module) => !needed.has(module));
  const shrunk = (chunk: string) => ofTheCall.reduce((text, { source }) => text.replace(source, () => ''), chunk);
  return chunks.reduce((sum, chunk) => sum + gzipSync(chunk).length - gzipSync(shrunk(chunk)).length, 0);
}

/** The components of the home page that run in the browser, and the files they are in. */
function clientModules(): z.infer<typeof ClientModules> {
  const scope = { globalThis: {} as { __RSC_MANIFEST?: Record<string, { clientModules: unknown }> } };
  runInNewContext(readFileSync(MANIFEST, 'utf8'), scope);
  return ClientModules.parse(Object.values(scope.globalThis.__RSC_MANIFEST ?? {})[0]?.clientModules);
}

const readChunk = (url: string) => readFileSync(path.join(BUILD, url.replace(/^\/_next\//, '')), 'utf8');

/** A file pushes one list: whatever, then ids, each or each few followed by their code. */
function modulesOf(chunk: string): Module[] {
  const scope = { TURBOPACK: [] as unknown[][] };
  runInNewContext(`var globalThis = this, document;${chunk}`, scope);
  const modules: Module[] = [];
  let ids: number[] = [];
  for (const part of scope.TURBOPACK.flat()) {
    if (typeof part === 'number') ids.push(part);
    if (typeof part !== 'function') continue;
    modules.push({ ids, source: String(part) });
    ids = [];
  }
  return modules;
}

function reachable(modules: Module[], ids: number[]): Set<Module> {
  const found = new Set<Module>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const next = modules.find(({ ids }) => ids.includes(id!));
    if (!next || found.has(next)) continue;
    found.add(next);
    // Imported, required, or fetched when needed: that one is a line that names the files.
    for (const [, other] of next.source.matchAll(/\.[irA]\((\d+)\)/g)) queue.push(Number(other));
  }
  return found;
}

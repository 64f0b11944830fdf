import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as browser from './browser';

const sources = ['components', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

it('has all that code for browsers uses of zod/mini', () => {
  const used = sources
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => /^import \* as z from 'zod\/mini';$/m.test(source))
    .flatMap((source) => [...source.matchAll(/\bz\.([a-z_]\w*)/g)].map(([, name]) => name!))
    .filter((name) => !['infer', 'input', 'output'].includes(name));
  expect(used.length).toBeGreaterThan(100);
  expect(Object.keys(browser)).toEqual(expect.arrayContaining([...new Set(used)]));
});

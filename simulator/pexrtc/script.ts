import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

let script: string | null = null;

/** The whole pexrtc.js, as a classic script that defines the global `PexRTC`. Bundled once per process. */
export function pexRtcScript(): string {
  script ??= bundle();
  return script;
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('./client/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    // A bundler's own mark of class names would show in the application's console.
    legalComments: 'none',
  });
  return outputFiles[0]?.text ?? '';
}

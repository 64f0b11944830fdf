import { build, stop } from 'esbuild';
import { fileURLToPath } from 'node:url';

let script: Promise<string> | null = null;

/** The whole pexrtc.js, as a classic script that defines the global `PexRTC`. Bundled once per process. */
export function pexRtcScript(): Promise<string> {
  script ??= bundle();
  return script;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./client/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    // A bundler's own mark of class names would show in the application's console.
    legalComments: 'none',
  });
  // esbuild keeps a child process for further builds. Built synchronously it sits in a worker thread, where a stop would
  // leave it as a zombie until the simulator ends.
  await stop();
  return outputFiles[0]?.text ?? '';
}

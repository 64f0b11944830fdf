import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { build } from 'esbuild';
import { chromiumPath } from './chromium-path';
import { listen } from '../http/listen';

const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

export function openBrowser(moreFlags: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...flags, ...moreFlags] });
}

const page = `<!doctype html><meta charset="utf-8"><title>Member</title>
<video id="remote" autoplay playsinline></video><video id="slides" autoplay playsinline muted></video>
<script src="/member.js"></script>`;

/** Serves a page with Pexip's client in it (infinity-page.ts), bundled for the browser. */
export async function startMemberPage() {
  const bundle = await build({
    entryPoints: [path.join(import.meta.dirname, 'infinity-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = await listen(
    (request, response) => {
      const isScript = request.url === '/member.js';
      response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' });
      response.end(isScript ? script : page);
    },
    'localhost',
    0,
    null,
  );
  return { url: `http://localhost:${server.port}/`, stop: () => server.close() };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import library from '@twilio/video-processors/package.json';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';

const FOLDER = path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@twilio/video-processors/dist/build');
const TYPES: Record<string, string> = {
  'selfie_segmentation_landscape.tflite': 'application/octet-stream',
  'tflite-1-0-0.js': 'text/javascript',
  'tflite-1-0-0.wasm': 'application/wasm',
  'tflite-simd-1-0-0.js': 'text/javascript',
  'tflite-simd-1-0-0.wasm': 'application/wasm',
  'twilio-gaussian-blur-background-processor-pipeline-worker.js': 'text/javascript',
  'twilio-virtual-background-processor-pipeline-worker.js': 'text/javascript',
};

type Context = { params: Promise<{ version: string; file: string }> };

/**
 * What a background in the picture needs, from the library's own package: its address names the library's version, so a
 * browser may keep it for ever. A worker obeys the policy that comes with its script, not the page's: this one may compile
 * the model's program, and talk to nobody but us.
 */
export const GET = handle<Context>(async (_request, { params }) => {
  const { version, file } = await params;
  const type = Object.hasOwn(TYPES, file) ? TYPES[file] : undefined;
  if (!type || version !== library.version) return problem(404, 'not-found', 'There is no such file.');
  const bytes = await readFile(path.join(FOLDER, file));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
      'X-Content-Type-Options': 'nosniff',
      // It may be packed on its way; the page shows how much of it has come.
      'X-Unpacked-Bytes': String(bytes.byteLength),
    },
  });
});

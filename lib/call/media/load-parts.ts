/** What weighs something; the worker asks for the same addresses afterwards and finds them in the browser's cache. */
const PARTS = ['tflite-simd-1-0-0.wasm', 'selfie_segmentation_landscape.tflite'];
/** Their size as the server says it, for it may send them packed. */
const SIZE_HEADER = 'x-unpacked-bytes';

/** Fetches the model and its program, and tells how far it is, from 0 to 1. Throws when they cannot be had. */
export async function loadParts(path: string, onProgress: (progress: number) => void): Promise<void> {
  const answers = await Promise.all(PARTS.map((name) => fetch(`${path}${name}`)));
  if (!answers.every((answer) => answer.ok)) throw new Error('The background’s parts cannot be had');
  const total = answers.reduce((sum, answer) => sum + Number(answer.headers.get(SIZE_HEADER)), 0);
  let loaded = 0;
  for (const { body } of answers) {
    if (!body) continue;
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      loaded += part.value.byteLength;
      onProgress(total > 0 ? Math.min(1, loaded / total) : 0);
    }
  }
}

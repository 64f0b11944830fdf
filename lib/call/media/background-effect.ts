import {
  GaussianBlurBackgroundProcessor,
  isSupported,
  VirtualBackgroundProcessor,
  version,
} from '@twilio/video-processors';
import { pictureAddress, type PictureName } from './background-pictures';
import type { Background } from './backgrounds';
import { loadParts } from './load-parts';
import { processTrack, type ProcessedTrack } from './processed-track';

// Loaded when a background is asked for, and not before: the library is as large as the rest of the panel.

export type Effect = Exclude<Background, 'none'>;

/** Blur radius in pixels. */
const RADIUS: Partial<Record<Effect, number>> = { 'blur-soft': 8, 'blur-strong': 22 };

const assetsPath = `/api/background-parts/${version}/`;
const MODEL_MS = 30_000;

// One of each per page: the library starts a worker for each processor and never stops one.
let blur: Promise<GaussianBlurBackgroundProcessor> | null = null;
let picture: Promise<VirtualBackgroundProcessor> | null = null;

/** The camera's picture before another background. Throws where the browser or the network cannot. */
export async function startEffect(
  camera: MediaStreamTrack,
  effect: Effect,
  onProgress: (progress: number) => void,
  onBroken: () => void,
): Promise<ProcessedTrack> {
  if (!isSupported || typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') {
    throw new Error('This browser cannot draw in a worker');
  }
  await loadParts(assetsPath, onProgress);
  return processTrack(camera, await processorFor(effect), onBroken);
}

async function processorFor(effect: Effect) {
  const radius = RADIUS[effect];
  if (radius === undefined) {
    const image = await loadImage(pictureAddress(effect as PictureName));
    picture ??= ready(new VirtualBackgroundProcessor({ assetsPath, backgroundImage: image }));
    const processor = await picture.catch(forgetting(() => (picture = null)));
    processor.backgroundImage = image;
    return processor;
  }
  blur ??= ready(new GaussianBlurBackgroundProcessor({ assetsPath, blurFilterRadius: radius }));
  const processor = await blur.catch(forgetting(() => (blur = null)));
  processor.blurFilterRadius = radius;
  return processor;
}

/** A worker whose script cannot be had never answers. */
async function ready<P extends { loadModel(): Promise<void> }>(processor: P): Promise<P> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The model does not load')), MODEL_MS);
  });
  await Promise.race([processor.loadModel(), late]).finally(() => clearTimeout(timer));
  return processor;
}

/** So that the next try really tries again. */
function forgetting(forget: () => void) {
  return (error: unknown): never => {
    forget();
    throw error;
  };
}

/** As points: a drawing does not survive the way into the worker, and the library says nothing of it. */
async function loadImage(address: string): Promise<HTMLImageElement> {
  const drawing = await decoded(address);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [drawing.naturalWidth, drawing.naturalHeight];
  canvas.getContext('2d')?.drawImage(drawing, 0, 0);
  return decoded(canvas.toDataURL('image/jpeg', 0.92));
}

async function decoded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

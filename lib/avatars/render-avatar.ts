import { LRUCache } from 'lru-cache';
import { unlessAway } from '@/lib/db/reachable';
import { loadImage } from './avatar-store';
import { jpegFrame } from './jpeg-frame';
import { oneAtATime } from './one-at-a-time';
import { sharp } from './picture-library';
import { LONGEST_SIDE } from './picture-limits';

/** Some thousand pictures at roster sizes. A picture never changes under its id, so nothing has to be forgotten early. */
const CACHE_BYTES = 32 * 1024 * 1024;

const rendered = new LRUCache<string, Buffer>({ maxSize: CACHE_BYTES, sizeCalculation: (image) => image.length });
const rendering = new Map<string, Promise<Buffer | null>>();

/**
 * A picture as Infinity takes it: JPEG, RGB, never CMYK, exactly `width` × `height` pixels, each held to 1 to 1000
 * (policy-api.md §7, D). Filled from the middle of the picture, as the desk's preview shows it. Null when there is no
 * such picture. Whoever asks for what is being rendered already waits for that.
 */
export async function renderAvatar(avatarId: string, width: number, height: number): Promise<Buffer | null> {
  const size = { width: side(width), height: side(height) };
  const key = `${avatarId}/${size.width}x${size.height}`;
  const known = rendered.get(key);
  if (known) return known;
  const underWay = rendering.get(key);
  if (underWay) return underWay;
  const work = render(avatarId, size)
    .then((image) => {
      if (image) rendered.set(key, image);
      return image;
    })
    .finally(() => rendering.delete(key));
  rendering.set(key, work);
  return work;
}

async function render(avatarId: string, size: { width: number; height: number }): Promise<Buffer | null> {
  const image = await unlessAway(() => loadImage(avatarId));
  return image && oneAtATime(() => fill(image, size));
}

async function fill(image: Uint8Array, size: { width: number; height: number }): Promise<Buffer> {
  const filled = await sharp(image)
    .resize({ ...size, fit: 'cover', position: 'centre' })
    .toColourspace('srgb')
    // Baseline, so that the oldest room system reads it.
    .jpeg({ quality: 85, progressive: false })
    .toBuffer();
  const frame = jpegFrame(filled);
  // Infinity would show its placeholder without a word; an error is seen.
  if (frame?.width !== size.width || frame.height !== size.height || frame.components !== 3) {
    throw new Error(`avatar rendered as ${JSON.stringify(frame)} instead of ${size.width}x${size.height} in colour`);
  }
  return filled;
}

function side(pixels: number): number {
  return Number.isFinite(pixels) ? Math.min(Math.max(Math.trunc(pixels), 1), LONGEST_SIDE) : LONGEST_SIDE;
}

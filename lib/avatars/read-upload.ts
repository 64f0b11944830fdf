import type { Sharp } from 'sharp';
import { oneAtATime } from './one-at-a-time';
import { pictureFormat } from './picture-format';
import { sharp } from './picture-library';
import { MOST_PIXELS } from './picture-limits';

export type ReadUpload = { ok: true; image: Buffer } | { ok: false; error: 'no-picture' | 'too-many-pixels' };

/**
 * Makes what is kept of an uploaded JPEG, PNG or WebP, one upload at a time.
 *
 * @param keep draws it: it gets the picture upright, the first frame of an animation
 */
export async function readUpload(upload: Uint8Array, keep: (picture: Sharp) => Sharp): Promise<ReadUpload> {
  if (!pictureFormat(upload)) return { ok: false, error: 'no-picture' };
  return oneAtATime(async () => {
    try {
      // `error`: what a camera wrote a little wrong is still a picture; what ends in the middle is none.
      const picture = sharp(upload, { limitInputPixels: false, failOn: 'error' });
      // Read from the header alone, before any pixel is decoded.
      const { width, height } = await picture.metadata();
      if (width * height > MOST_PIXELS) return { ok: false, error: 'too-many-pixels' };
      return { ok: true, image: await keep(picture.autoOrient()).toBuffer() };
    } catch {
      // libvips has no codes to tell a broken file by; nothing but the file can be wrong here.
      return { ok: false, error: 'no-picture' };
    }
  });
}

import { oneAtATime } from './one-at-a-time';
import { pictureFormat } from './picture-format';
import { sharp } from './picture-library';
import { LONGEST_SIDE, MOST_PIXELS } from './picture-limits';

export type TakenPicture = { ok: true; image: Buffer } | { ok: false; error: 'no-picture' | 'too-many-pixels' };

/**
 * An uploaded JPEG, PNG or WebP as we keep it: a JPEG in sRGB, upright, at most 1000 pixels on its longest side, on white
 * where it was transparent, the first frame of an animation, and without what the camera wrote down (time, place).
 */
export async function takePicture(upload: Uint8Array): Promise<TakenPicture> {
  if (!pictureFormat(upload)) return { ok: false, error: 'no-picture' };
  return oneAtATime(async () => {
    try {
      // `error`: what a camera wrote a little wrong is still a picture; what ends in the middle is none.
      const picture = sharp(upload, { limitInputPixels: false, failOn: 'error' });
      // Read from the header alone, before any pixel is decoded.
      const { width, height } = await picture.metadata();
      if (width * height > MOST_PIXELS) return { ok: false, error: 'too-many-pixels' };
      const image = await picture
        .autoOrient()
        .flatten({ background: 'white' })
        .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        // Rendered again at each size: what is kept should not show the compression twice.
        .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
        .toBuffer();
      return { ok: true, image };
    } catch {
      // libvips has no codes to tell a broken file by; nothing but the file can be wrong here.
      return { ok: false, error: 'no-picture' };
    }
  });
}

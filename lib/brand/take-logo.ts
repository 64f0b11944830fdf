import { oneAtATime } from '@/lib/avatars/one-at-a-time';
import { pictureFormat } from '@/lib/avatars/picture-format';
import { sharp } from '@/lib/avatars/picture-library';
import { MOST_PIXELS } from '@/lib/avatars/picture-limits';

/** The largest logo file that is taken. */
export const LARGEST_LOGO_BYTES = 2 * 1024 * 1024;

/** Twice what a header shows, for sharp screens. */
const LARGEST = { width: 512, height: 128 };

export type TakenLogo = { ok: true; image: Buffer } | { ok: false; error: 'no-picture' | 'too-many-pixels' };

/**
 * An uploaded JPEG, PNG or WebP as it is kept and served: a PNG in sRGB of at most 512 × 128 pixels, transparent where it was,
 * the first frame of an animation, and nothing else that was in the file.
 */
export async function takeLogo(upload: Uint8Array): Promise<TakenLogo> {
  if (!pictureFormat(upload)) return { ok: false, error: 'no-picture' };
  return oneAtATime(async () => {
    try {
      const picture = sharp(upload, { limitInputPixels: false, failOn: 'error' });
      // Read from the header alone, before any pixel is decoded.
      const { width, height } = await picture.metadata();
      if (width * height > MOST_PIXELS) return { ok: false, error: 'too-many-pixels' };
      const image = await picture
        .autoOrient()
        .resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true })
        .toColourspace('srgb')
        .png({ compressionLevel: 9 })
        .toBuffer();
      return { ok: true, image };
    } catch {
      // libvips has no codes to tell a broken file by; nothing but the file can be wrong here.
      return { ok: false, error: 'no-picture' };
    }
  });
}

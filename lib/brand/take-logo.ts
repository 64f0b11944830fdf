import { readUpload, type ReadUpload } from '@/lib/avatars/read-upload';

/** The largest logo file that is taken. */
export const LARGEST_LOGO_BYTES = 2 * 1024 * 1024;

/** Twice what a header shows, for sharp screens. */
const LARGEST = { width: 512, height: 128 };

/**
 * An uploaded JPEG, PNG or WebP as it is kept and served: a PNG in sRGB of at most 512 × 128 pixels, transparent where it was,
 * the first frame of an animation, and nothing else that was in the file.
 */
export function takeLogo(upload: Uint8Array): Promise<ReadUpload> {
  return readUpload(upload, (picture) =>
    picture
      .resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 }),
  );
}

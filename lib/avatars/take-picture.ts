import { LONGEST_SIDE } from './picture-limits';
import { readUpload, type ReadUpload } from './read-upload';

/**
 * An uploaded JPEG, PNG or WebP as we keep it: a JPEG in sRGB, upright, at most 1000 pixels on its longest side, on white
 * where it was transparent, the first frame of an animation, and without what the camera wrote down (time, place).
 */
export function takePicture(upload: Uint8Array): Promise<ReadUpload> {
  return readUpload(upload, (picture) =>
    picture
      .flatten({ background: 'white' })
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      // Rendered again at each size: what is kept should not show the compression twice.
      .jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  );
}

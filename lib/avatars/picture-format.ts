export type PictureFormat = 'jpeg' | 'png' | 'webp';

/**
 * The format of a picture by its first bytes; null for all that we do not take. Nothing else reaches the decoder: it would
 * read SVG, PDF and a dozen more, each with its own history of holes, and what the sender says it is proves nothing.
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const startsWith = (signature: number[], at = 0) => signature.every((byte, index) => bytes[at + index] === byte);
  if (startsWith([0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  // "RIFF", four bytes of length, "WEBP".
  if (startsWith([0x52, 0x49, 0x46, 0x46]) && startsWith([0x57, 0x45, 0x42, 0x50], 8)) return 'webp';
  return null;
}

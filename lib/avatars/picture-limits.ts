/** The largest upload: a photo as telephones take it has 2 to 5 MB. */
export const LARGEST_UPLOAD_BYTES = 5 * 1024 * 1024;

/** 30 million pixels: what good cameras take. Decoded it is 120 MB, and a small file can claim far more. */
export const MOST_PIXELS = 30_000_000;

/** The longest side we keep and deliver. A roster shows a hundred pixels; Infinity has been seen asking for 500. */
export const LONGEST_SIDE = 1_000;

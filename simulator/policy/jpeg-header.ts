/** What a JPEG says of itself in its frame header. Pixels. */
export interface JpegHeader {
  width: number;
  height: number;
  /** 1 is grey, 3 is RGB, 4 is CMYK. */
  components: number;
}

// SOF0 to SOF15 are frame headers, but for three numbers in between that mean other tables (ITU T.81, table B.1).
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

// These stand alone: TEM and the restart markers have no length.
const isWithoutLength = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

const startOfScan = 0xda;
const endOfImage = 0xd9;

/** Reads the frame header of a JPEG; null when the bytes are none, or end before it. */
export function readJpegHeader(bytes: Buffer): JpegHeader | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let offset = 2;
  while (offset + 4 <= bytes.length) {
    if (bytes[offset] !== 0xff) return null;
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) {
      offset += 1; // a fill byte before the marker proper
    } else if (isWithoutLength(marker)) {
      offset += 2;
    } else if (marker === startOfScan || marker === endOfImage) {
      return null; // the picture itself, and still no frame header
    } else if (isFrameHeader(marker)) {
      if (offset + 10 > bytes.length) return null;
      const components = bytes[offset + 9] ?? 0;
      return { height: bytes.readUInt16BE(offset + 5), width: bytes.readUInt16BE(offset + 7), components };
    } else {
      offset += 2 + bytes.readUInt16BE(offset + 2);
    }
  }
  return null;
}

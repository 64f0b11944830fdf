import { fillArea, type Colour, type Picture } from './picture';

// Five columns by seven rows; each pair of hexadecimal digits is a row, its lowest bit the rightmost column.
const GLYPHS: Record<string, string> = {
  A: '0e11111f111111', B: '1e11111e11111e', C: '0e11101010110e', D: '1e11111111111e', E: '1f10101e10101f',
  F: '1f10101e101010', G: '0e11101711110f', H: '1111111f111111', I: '0e04040404040e', J: '0702020202120c',
  K: '11121418141211', L: '1010101010101f', M: '111b1515111111', N: '11111915131111', O: '0e11111111110e',
  P: '1e11111e101010', Q: '0e11111115120d', R: '1e11111e141211', S: '0f10100e01011e', T: '1f040404040404',
  U: '1111111111110e', V: '11111111110a04', W: '11111115151b11', X: '11110a040a1111', Y: '11110a04040404',
  Z: '1f01020408101f', '0': '0e11131519110e', '1': '040c040404040e', '2': '0e11010204081f', '3': '1f02040201110e',
  '4': '02060a121f0202', '5': '1f101e0101110e', '6': '0608101e11110e', '7': '1f010204080808', '8': '0e11110e11110e',
  '9': '0e11110f01020c', '-': '0000001f000000', '.': '00000000000c0c', "'": '06040800000000', '(': '02040808080402',
  ')': '08040202020408',
}; // prettier-ignore

const COLUMNS = 5;
const ADVANCE = COLUMNS + 1;

/** What the font can show of a text: accents taken off, other scripts left out. */
export function showable(text: string): string {
  const upper = text.normalize('NFD').toUpperCase();
  return [...upper]
    .filter((character) => character === ' ' || character in GLYPHS)
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

/** Writes one centred line with its top at `y`. `scale` is the even size of a font dot in pixels. */
export function drawText(picture: Picture, text: string, y: number, scale: number, colour: Colour): void {
  const longest = Math.floor(picture.width / (ADVANCE * scale)) - 2;
  const line = showable(text).slice(0, Math.max(0, longest));
  const left = Math.floor((picture.width - line.length * ADVANCE * scale) / 4) * 2;
  [...line].forEach((character, position) => {
    const rows = GLYPHS[character];
    if (rows) drawGlyph(picture, rows, { x: left + position * ADVANCE * scale, y }, scale, colour);
  });
}

function drawGlyph(picture: Picture, rows: string, at: { x: number; y: number }, scale: number, colour: Colour): void {
  for (let row = 0; row < rows.length / 2; row++) {
    const bits = Number.parseInt(rows.slice(row * 2, row * 2 + 2), 16);
    for (let column = 0; column < COLUMNS; column++) {
      if (!(bits & (1 << (COLUMNS - 1 - column)))) continue;
      fillArea(picture, { x: at.x + column * scale, y: at.y + row * scale, width: scale, height: scale }, colour);
    }
  }
}

import { drawText } from './bitmap-font';
import { createPicture, fillArea, OUTPUT_HEIGHT, OUTPUT_WIDTH, type Colour, type Picture } from './picture';

const FIELD: Colour = { y: 34, u: 134, v: 124 };
const SHAPE: Colour = { y: 66, u: 138, v: 122 };
const TEXT: Colour = { y: 190, u: 128, v: 128 };

/** The picture of somebody who sends none: a bust over the name, on a field tinted by the name. */
export function placeholderPicture(displayName: string): Picture {
  const picture = createPicture(OUTPUT_WIDTH, OUTPUT_HEIGHT, tint(displayName));
  drawBust(picture);
  drawText(picture, displayName, 290, 4, TEXT);
  return picture;
}

/** What a person sees who is not let in yet. */
export function waitingPicture(): Picture {
  const picture = createPicture(OUTPUT_WIDTH, OUTPUT_HEIGHT, FIELD);
  for (const x of [272, 312, 352]) {
    fillArea(picture, { x, y: 150, width: 16, height: 16 }, TEXT);
  }
  drawText(picture, 'Waiting to be let in', 200, 4, TEXT);
  return picture;
}

/** What the only person in a conference sees. */
export function alonePicture(): Picture {
  const picture = createPicture(OUTPUT_WIDTH, OUTPUT_HEIGHT, FIELD);
  drawBust(picture);
  drawText(picture, 'Nobody else is here yet', 290, 4, TEXT);
  return picture;
}

function drawBust(picture: Picture): void {
  drawDisc(picture, { x: 320, y: 126 }, { x: 46, y: 46 }, 360);
  drawDisc(picture, { x: 320, y: 268 }, { x: 96, y: 86 }, 262);
}

/** A filled ellipse, cut off below `bottom`. */
function drawDisc(
  picture: Picture,
  centre: { x: number; y: number },
  radius: { x: number; y: number },
  bottom: number,
): void {
  for (let y = centre.y - radius.y; y < Math.min(bottom, centre.y + radius.y); y += 2) {
    const reach = Math.sqrt(1 - ((y - centre.y) / radius.y) ** 2) * radius.x;
    const half = Math.floor(reach / 2) * 2;
    fillArea(picture, { x: centre.x - half, y, width: half * 2, height: 2 }, SHAPE);
  }
}

function tint(name: string): Colour {
  let hash = 7;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return { y: FIELD.y, u: 126 + (hash % 14), v: 118 + (Math.floor(hash / 14) % 14) };
}

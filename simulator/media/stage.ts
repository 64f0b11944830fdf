import { gridAreas } from './grid';
import {
  createPicture,
  drawInto,
  fillArea,
  fitInside,
  OUTPUT_HEIGHT,
  OUTPUT_WIDTH,
  type Colour,
  type Picture,
} from './picture';

/** A picture to show, with a key that changes whenever its content does. */
export interface Shown {
  key: string;
  picture: Picture;
}

const BACKGROUND: Colour = { y: 24, u: 130, v: 127 };

/** One viewer's canvas. Draws again only if what is shown has changed. */
export class Stage {
  private readonly canvas = createPicture(OUTPUT_WIDTH, OUTPUT_HEIGHT, BACKGROUND);
  private drawn = '';

  compose(shown: Shown[]): Picture {
    const key = shown.map((item) => item.key).join(' ');
    if (key === this.drawn) return this.canvas;
    this.drawn = key;
    const areas = gridAreas(shown.length, OUTPUT_WIDTH, OUTPUT_HEIGHT);
    fillArea(this.canvas, { x: 0, y: 0, width: OUTPUT_WIDTH, height: OUTPUT_HEIGHT }, BACKGROUND);
    shown.forEach(({ picture }, index) => {
      const area = areas[index];
      if (area) drawInto(this.canvas, fitInside(picture, area), picture);
    });
    return this.canvas;
  }
}

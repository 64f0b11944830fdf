/** An I420 picture: the full-size Y plane, then U and V at half width and half height. Sides are even. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

export interface Colour {
  y: number;
  u: number;
  v: number;
}

/** A rectangle in pixels. All four values are even, so that it falls on whole chroma samples. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const OUTPUT_WIDTH = 640;
export const OUTPUT_HEIGHT = 360;

export function createPicture(width: number, height: number, colour: Colour): Picture {
  const picture = { width, height, data: new Uint8Array((width * height * 3) / 2) };
  fillArea(picture, { x: 0, y: 0, width, height }, colour);
  return picture;
}

export function fillArea(picture: Picture, area: Area, colour: Colour): void {
  planes(picture).forEach((plane, index) => {
    const value = [colour.y, colour.u, colour.v][index] ?? 0;
    const shift = index === 0 ? 0 : 1;
    const left = area.x >> shift;
    const right = (area.x + area.width) >> shift;
    for (let row = area.y >> shift; row < (area.y + area.height) >> shift; row++) {
      picture.data.fill(value, plane.offset + row * plane.width + left, plane.offset + row * plane.width + right);
    }
  });
}

/** The largest even-sided area of the source's proportions inside `area`, centred. */
export function fitInside(source: { width: number; height: number }, area: Area): Area {
  const scale = Math.min(area.width / source.width, area.height / source.height);
  const width = even(Math.min(area.width, source.width * scale));
  const height = even(Math.min(area.height, source.height * scale));
  return {
    x: area.x + even((area.width - width) / 2),
    y: area.y + even((area.height - height) / 2),
    width,
    height,
  };
}

/** Scales the whole source into `area` of the target, taking the nearest sample. */
export function drawInto(target: Picture, area: Area, source: Picture): void {
  const from = planes(source);
  const isSameSize =
    source.width === target.width && area.width === target.width && area.height === source.height && area.x === 0;
  if (isSameSize && source.height === target.height) return target.data.set(source.data);
  planes(target).forEach((plane, index) => {
    const shift = index === 0 ? 0 : 1;
    const sourcePlane = from[index];
    if (!sourcePlane) return;
    scalePlane(source.data, sourcePlane, target.data, {
      offset: plane.offset + (area.y >> shift) * plane.width + (area.x >> shift),
      stride: plane.width,
      width: area.width >> shift,
      height: area.height >> shift,
    });
  });
}

interface Plane {
  offset: number;
  width: number;
  height: number;
}

function planes({ width, height }: Picture): Plane[] {
  const luma = width * height;
  const half = { width: (width + 1) >> 1, height: (height + 1) >> 1 };
  return [
    { offset: 0, width, height },
    { offset: luma, ...half },
    { offset: luma + half.width * half.height, ...half },
  ];
}

function scalePlane(
  from: Uint8Array,
  source: Plane,
  to: Uint8Array,
  target: { offset: number; stride: number; width: number; height: number },
): void {
  const columns = columnMap(source.width, target.width);
  for (let row = 0; row < target.height; row++) {
    const line = source.offset + Math.floor((row * source.height) / target.height) * source.width;
    let write = target.offset + row * target.stride;
    for (let column = 0; column < target.width; column++) to[write++] = from[line + (columns[column] ?? 0)] ?? 0;
  }
}

const columnMaps = new Map<number, Uint16Array>();

function columnMap(sourceWidth: number, targetWidth: number): Uint16Array {
  const key = sourceWidth * 65536 + targetWidth;
  const known = columnMaps.get(key);
  if (known) return known;
  const map = Uint16Array.from({ length: targetWidth }, (_, column) =>
    Math.floor((column * sourceWidth) / targetWidth),
  );
  // Senders change their size while they adapt; the table must not grow with every size ever seen.
  if (columnMaps.size > 200) columnMaps.clear();
  columnMaps.set(key, map);
  return map;
}

function even(value: number): number {
  return Math.max(0, Math.floor(value / 2) * 2);
}

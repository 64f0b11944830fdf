import { describe, expect, it } from 'vitest';
import { pictureFormat } from './picture-format';
import { sharp } from './picture-library';
import { takePicture } from './take-picture';

const RED = { r: 200, g: 30, b: 30 };
const canvas = (width: number, height: number, background: object = RED, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background } });

async function taken(upload: Uint8Array): Promise<Buffer> {
  const result = await takePicture(upload);
  if (!result.ok) throw new Error(result.error);
  return result.image;
}
async function kept(upload: Uint8Array) {
  const image = await taken(upload);
  const { format, width, height, space, channels, exif, orientation, icc } = await sharp(image).metadata();
  return { format, width, height, space, channels, hasExif: !!exif, orientation, hasProfile: !!icc };
}
const colourAt = async (image: Uint8Array, left: number, top: number) => [
  ...(await sharp(image).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];
const asKept = {
  format: 'jpeg',
  space: 'srgb',
  channels: 3,
  hasExif: false,
  orientation: undefined,
  hasProfile: false,
};

describe('a picture is kept as a JPEG in sRGB without anything else, whatever it was', () => {
  it.each([
    ['JPEG', () => canvas(40, 30).jpeg()],
    ['progressive JPEG', () => canvas(40, 30).jpeg({ progressive: true })],
    ['CMYK JPEG', () => canvas(40, 30).toColourspace('cmyk').jpeg()],
    ['grey JPEG', () => canvas(40, 30).toColourspace('b-w').jpeg()],
    ['PNG', () => canvas(40, 30).png()],
    ['PNG with a palette', () => canvas(40, 30).png({ palette: true })],
    ['16-bit PNG', () => canvas(40, 30).toColourspace('rgb16').png()],
    [
      'grey PNG with transparency',
      () =>
        canvas(40, 30, { ...RED, alpha: 0.5 }, 4)
          .toColourspace('b-w')
          .png(),
    ],
    ['WebP', () => canvas(40, 30).webp()],
    ['lossless WebP with transparency', () => canvas(40, 30, { ...RED, alpha: 0.5 }, 4).webp({ lossless: true })],
    ['JPEG with a colour profile', () => canvas(40, 30).withIccProfile('p3').jpeg()],
  ])('%s', async (_name, make) => {
    expect(await kept(await make().toBuffer())).toEqual({ ...asKept, width: 40, height: 30 });
  });

  it('a CMYK JPEG keeps its colours', async () => {
    const [red, green, blue] = await colourAt(
      await taken(await canvas(9, 9).toColourspace('cmyk').jpeg().toBuffer()),
      4,
      4,
    );
    // Printing ink has no red as strong; read the wrong way round, as CMYK often is, it would be cyan.
    expect(red).toBeGreaterThan(150);
    expect(Math.max(green!, blue!)).toBeLessThan(80);
  });

  it('what was transparent is white', async () => {
    const png = await canvas(9, 9, { r: 0, g: 0, b: 0, alpha: 0 }, 4).png().toBuffer();
    expect(await colourAt(await taken(png), 4, 4)).toEqual([255, 255, 255]);
  });

  it('a photo that was taken with the camera turned is upright, and says no more where it was taken', async () => {
    // Red above white as stored; turned by 90° to the right as seen, so that red is at the right.
    const white = await canvas(40, 10, { r: 255, g: 255, b: 255 }).png().toBuffer();
    const photo = await canvas(40, 20)
      .composite([{ input: white, top: 10, left: 0 }])
      .withExif({ IFD3: { GPSLatitude: '59/1 54/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer();
    expect((await sharp(photo).metadata()).orientation).toBe(6);
    expect(await kept(photo)).toEqual({ ...asKept, width: 20, height: 40 });
    const image = await taken(photo);
    expect((await colourAt(image, 17, 20))[1]).toBeLessThan(80);
    expect((await colourAt(image, 2, 20))[1]).toBeGreaterThan(230);
  });

  it('of an animation the first frame is kept', async () => {
    const frames = [RED, { r: 0, g: 0, b: 250 }].map((background) => canvas(20, 20, background).png().toBuffer());
    const webp = await sharp(await Promise.all(frames), { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(webp).metadata()).pages).toBe(2);
    expect(await kept(webp)).toMatchObject({ width: 20, height: 20 });
    expect((await colourAt(await taken(webp), 10, 10))[0]).toBeGreaterThan(180);
  });

  it('nothing is kept that is larger than is ever asked for, and nothing is blown up', async () => {
    expect(await kept(await canvas(3000, 1500).jpeg().toBuffer())).toMatchObject({ width: 1000, height: 500 });
    expect(await kept(await canvas(500, 4000).png().toBuffer())).toMatchObject({ width: 125, height: 1000 });
    expect(await kept(await canvas(1, 1).png().toBuffer())).toMatchObject({ width: 1, height: 1 });
  });
});

describe('what is no picture of ours is refused', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');

  it.each([
    ['nothing', async () => Buffer.alloc(0)],
    ['text', async () => Buffer.from('not a picture')],
    ['SVG', async () => svg],
    ['GIF', async () => canvas(9, 9).gif().toBuffer()],
    ['TIFF', async () => canvas(9, 9).tiff().toBuffer()],
    ['only the first bytes of a JPEG', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    [
      'a JPEG that begins well and goes on as garbage',
      async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000, 7)]),
    ],
    ['half a JPEG', async () => (await noise().jpeg().toBuffer()).subarray(0, 3000)],
    ['half a PNG', async () => (await noise().png().toBuffer()).subarray(0, 3000)],
  ])('%s', async (_name, make) => {
    expect(await takePicture(await make())).toEqual({ ok: false, error: 'no-picture' });
  });

  it('a small file that claims more pixels than we would decode', async () => {
    const png = await canvas(6000, 5001).png({ compressionLevel: 9 }).toBuffer();
    expect(png.length).toBeLessThan(1_000_000);
    expect(await takePicture(png)).toEqual({ ok: false, error: 'too-many-pixels' });
  });

  it('and the next picture is taken all the same', async () => {
    const results = await Promise.all([takePicture(svg), takePicture(await canvas(9, 9).jpeg().toBuffer())]);
    expect(results.map((result) => result.ok)).toEqual([false, true]);
  });
});

it('formats are told by their first bytes', async () => {
  expect(pictureFormat(await canvas(9, 9).jpeg().toBuffer())).toBe('jpeg');
  expect(pictureFormat(await canvas(9, 9).png().toBuffer())).toBe('png');
  expect(pictureFormat(await canvas(9, 9).webp().toBuffer())).toBe('webp');
  expect(pictureFormat(Buffer.from('RIFF....WAVE'))).toBeNull();
});

function noise() {
  return sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: RED,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
}

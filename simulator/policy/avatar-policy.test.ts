import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAvatar } from './avatar-policy';
import { readJpegHeader } from './jpeg-header';

const square = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#204080' } });
const wanted = { width: 40, height: 30 };
const pictures = new Map<string, Buffer>();
const picture = (name: string) => pictures.get(name) ?? Buffer.alloc(0);

beforeAll(async () => {
  pictures.set('rgb', await square().jpeg().toBuffer());
  pictures.set('progressive', await square().jpeg({ progressive: true }).withMetadata().toBuffer());
  pictures.set('grey', await square().toColourspace('b-w').jpeg().toBuffer());
  pictures.set('cmyk', await square().toColourspace('cmyk').jpeg().toBuffer());
  pictures.set('png', await square().png().toBuffer());
});

describe('the header of a JPEG', () => {
  test.each([
    ['rgb', 3],
    ['progressive', 3],
    ['grey', 1],
    ['cmyk', 4],
  ])('%s: tells size and components', (name, components) => {
    expect(readJpegHeader(picture(name))).toEqual({ ...wanted, components });
  });
  test('is not found in other formats, in nothing, or in what breaks off before it', () => {
    expect(readJpegHeader(picture('png'))).toBeNull();
    expect(readJpegHeader(Buffer.alloc(0))).toBeNull();
    for (let length = 2; length < 60; length += 1)
      expect(readJpegHeader(picture('rgb').subarray(0, length))).toBeNull();
  });
});

describe('an avatar', () => {
  test('is used as an RGB JPEG of exactly the size asked for', () => {
    expect(readAvatar('image/jpeg', picture('rgb'), wanted)).toMatchObject({ verdict: 'used' });
    expect(readAvatar('image/jpeg', picture('progressive'), wanted)).toMatchObject({ verdict: 'used' });
  });
  test.each<[string, string, string, number]>([
    ['CMYK', 'image/jpeg', 'cmyk', 40],
    ['grey', 'image/jpeg', 'grey', 40],
    ['of another size', 'image/jpeg', 'rgb', 41],
    ['a PNG that calls itself a JPEG', 'image/jpeg', 'png', 40],
    ['a JPEG that calls itself a PNG', 'image/png', 'rgb', 40],
  ])('is not shown when it is %s', (_case, contentType, name, width) => {
    expect(readAvatar(contentType, picture(name), { ...wanted, width })).toMatchObject({ verdict: 'void' });
  });
});

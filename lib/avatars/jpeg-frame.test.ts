import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jpegFrame } from './jpeg-frame';
import { sharp } from './picture-library';

const canvas = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'red' } });

it('reads size and colours of a JPEG, also behind other segments', async () => {
  expect(jpegFrame(await canvas(40, 7).jpeg().toBuffer())).toEqual({ width: 40, height: 7, components: 3 });
  expect(jpegFrame(await canvas(300, 1).jpeg({ progressive: true }).toBuffer())).toEqual({
    width: 300,
    height: 1,
    components: 3,
  });
  expect(jpegFrame(await canvas(5, 5).toColourspace('b-w').jpeg().toBuffer())).toMatchObject({ components: 1 });
  const cmyk = await canvas(5, 5)
    .toColourspace('cmyk')
    .withIccProfile('cmyk')
    .withExif({ IFD0: { Copyright: 'x' } })
    .jpeg()
    .toBuffer();
  expect(jpegFrame(cmyk)).toEqual({ width: 5, height: 5, components: 4 });
});

it('any bytes are read to an end', () => {
  expect(jpegFrame(new Uint8Array())).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => jpegFrame(Uint8Array.of(0xff, 0xd8, 0xff, ...bytes))).not.toThrow();
    }),
  );
});

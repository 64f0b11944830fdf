import { describe, expect, it } from 'vitest';
import { checkBasic, unauthorized } from './node-credentials';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('Basic credentials', () => {
  it('let in whoever has them, in any case of the scheme', () => {
    expect(checkBasic(basic('infinity:s3cret:with colon'), 'infinity', 's3cret:with colon')).toBe(true);
    expect(checkBasic(basic('a:b').replace('Basic', 'basic'), 'a', 'b')).toBe(true);
  });

  it.each([
    null,
    '',
    'Basic',
    'Basic !!!',
    'Bearer abc',
    basic('infinity:wrong'),
    basic('infinity'),
    basic(':'),
    basic(''),
  ])('refuse %j', (header) => expect(checkBasic(header, 'infinity', 's3cret')).toBe(false));

  it('are asked for by name, since a node may wait for the challenge', () => {
    expect(unauthorized).toMatchObject({
      status: 401,
      headers: { 'WWW-Authenticate': expect.stringContaining('Basic') },
    });
  });
});

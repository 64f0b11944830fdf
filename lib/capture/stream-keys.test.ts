import { expect, it } from 'vitest';
import { maskEverywhere } from './secrets-in-text';
import { maskStreamKeys } from './stream-keys';

const LENGTH = 100_000;
const filled = (text: string) => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

it.each([
  ['slashes', `rtmp:${filled('/')}x`],
  ['slashes within', `rtmp://h/a${filled('/')}x`],
  ['a scheme that never ends', filled('rtmp')],
  ['many schemes', filled('rtmp:/')],
  ['at signs', `rtmp://${filled('@')}`],
  ['pairs', filled('a=')],
  ['a long key', `${filled('a')} ${filled('=')}`],
  ['capitals', `${filled('aA')}=x`],
  ['quotes', filled('a="')],
  ['addresses', filled('a:b@')],
  ['escapes', filled('%25')],
])('100,000 characters of %s are read in a moment, as nobody may keep us busy with a request', (_, text) => {
  const startedAt = performance.now();
  maskStreamKeys(text);
  maskEverywhere(text);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

it('each of several streams loses its key', () => {
  expect(maskStreamKeys('rtmprtmp://h/app/k1 rtmps:/h/k2')).toBe('rtmprtmp://h/app/••••rtmps:/h/••••');
});

it('user information goes, the host stays', () => {
  expect(maskStreamKeys('rtmp://u:p@w@h.example')).toBe('rtmp://••••@h.example');
});

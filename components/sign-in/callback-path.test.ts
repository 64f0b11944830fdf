import { describe, expect, it } from 'vitest';
import { callbackPath, DEFAULT_CALLBACK_PATH } from './callback-path';

describe('callbackPath', () => {
  it.each(['/dashboard', '/dashboard?state=open', '/join/meet-abc#lobby', '/'])(
    'keeps the path %s of this site',
    (path) => {
      expect(callbackPath(path)).toBe(path);
    },
  );

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n\\elsewhere.example',
    '/.//elsewhere.example',
    '/x/..//elsewhere.example',
    '/%2e//elsewhere.example',
    'javascript:alert(1)',
    'dashboard',
    '',
    `/${'a'.repeat(2000)}`,
    undefined,
    ['/dashboard', '/other'],
  ])('never leaves this site for %j', (value) => {
    expect(callbackPath(value)).toBe(DEFAULT_CALLBACK_PATH);
  });
});

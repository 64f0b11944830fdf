import { describe, expect, test } from 'vitest';
import { readServiceAnswer } from './look-up-service';
import { objectNames } from './object-names';

const valid = { service_type: 'conference', name: 'Room', service_tag: 't' };
const read = (action: string | undefined, result: unknown, protocol: 'sip' | 'h323' = 'sip') =>
  readServiceAnswer({ action, result, ignoreLocal: undefined }, objectNames(), protocol);

describe('the answer about a service', () => {
  test.each([undefined, 'continue', 'reject', 'redirect'])(
    'is used when its result is valid, with action %s',
    (action) => {
      expect(read(action, valid)).toMatchObject({ verdict: 'used', value: { name: 'Room' } });
    },
  );
  test.each([undefined, null, {}])('leaves it to the node without a result: %s', (result) => {
    expect(read('continue', result)).toEqual({ verdict: 'no-opinion' });
  });
  test('rejects without a result that could pass', () => {
    expect(read('reject', {})).toEqual({ verdict: 'rejected', reason: null });
    expect(read('reject', { ...valid, name: '' })).toMatchObject({ verdict: 'rejected' });
  });
  test('does not reject by an action inside the result', () => {
    expect(read('continue', { action: 'reject' })).toMatchObject({ verdict: 'void' });
  });
  test('redirects SIP callers and nobody else', () => {
    const result = { new_alias: 'sip:desk@example.com' };
    expect(read('redirect', result)).toEqual({ verdict: 'redirected', newAlias: 'sip:desk@example.com' });
    expect(read('redirect', result, 'h323')).toEqual({ verdict: 'no-opinion' });
  });
  test('redirects nobody without an alias', () => {
    expect(read('redirect', { alias: 'x' })).toMatchObject({
      verdict: 'void',
      field: expect.stringContaining('Field=new_alias '),
    });
  });
  test('is void as a whole for one bad field, which is named', () => {
    expect(read('continue', { ...valid, ivr_theme_name: 'Nowhere' })).toEqual({
      verdict: 'void',
      field: 'Field=ivr_theme_name (no object of that name)',
    });
  });
});

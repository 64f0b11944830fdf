import { describe, expect, test } from 'vitest';
import { compareCredentials, readRegistrationAnswer, type Registering } from './registration-policy';

const read = (action: string | undefined, result: unknown) =>
  readRegistrationAnswer({ action, result, ignoreLocal: undefined });
const device: Registering = {
  alias: 'room7@example.com',
  username: 'room7',
  password: 's3cret',
  protocol: 'sip',
  authType: 'credentials',
  remoteAddress: '198.51.100.5',
};

describe('the answer about a registration', () => {
  test('asks for the credentials it names', () => {
    const wanted = { username: 'room7', password: 's3cret' };
    expect(read(undefined, wanted)).toEqual({ verdict: 'used', value: wanted });
  });
  test('leaves it to the own list with an empty result', () => {
    expect(read('continue', {})).toEqual({ verdict: 'no-opinion' });
    expect(read(undefined, {})).toEqual({ verdict: 'no-opinion' });
  });
  test('rejects only with a result, which may be empty', () => {
    expect(read('reject', {})).toEqual({ verdict: 'rejected', reason: null });
    expect(read('reject', undefined)).toMatchObject({ verdict: 'void' });
  });
  test('is void with half of the credentials', () => {
    expect(read('continue', { username: 'room7' })).toEqual({
      verdict: 'void',
      field: expect.stringContaining('Field=password '),
    });
  });
});

describe('credentials', () => {
  test('have to be the ones that are wanted', () => {
    expect(compareCredentials({ username: 'room7', password: 's3cret' }, device)).toEqual({ isRegistered: true });
    expect(compareCredentials({ username: 'room7', password: 'S3cret' }, device)).toMatchObject({
      isRegistered: false,
    });
    expect(compareCredentials({ username: '', password: 's3cret' }, device)).toMatchObject({ isRegistered: false });
  });
  test('are not asked for when both are empty', () => {
    expect(compareCredentials({ username: '', password: '' }, device)).toEqual({ isRegistered: true });
  });
});

import { describe, expect, it } from 'vitest';
import { profileBehind, strayPath } from './stray';

describe('the profile behind a request that strayed', () => {
  it.each([
    ['/api/policy/v1/service/configuration', 'https://meet.example.com/api'],
    ['/api/policy/policy/v1/policy/v1/participant/properties', 'https://meet.example.com/api/policy/policy/v1'],
    ['/video/policy/v1/participant/avatar/…', 'https://meet.example.com/video'],
    ['/video/policy/v1/registrations', 'https://meet.example.com/video'],
    ['/api/policy', null],
    ['/api/policy/policy/v1/service', null],
    ['/favicon.ico', null],
  ])('%s is %s', (path, profile) => {
    expect(profileBehind(path, 'https://meet.example.com/api/policy')).toBe(profile);
  });
});

it('a path is kept without aliases and doubled slashes, so that a wrong URL is one line and not one for every caller', () => {
  expect(strayPath('/api//policy/v1/registrations/ann%40example.com')).toBe('/api/policy/v1/registrations/…');
  expect(strayPath('/x/policy/v1/participant/avatar/Ann/b')).toBe('/x/policy/v1/participant/avatar/…');
  expect(strayPath('/'.repeat(100_000))).toBe('/');
  expect(strayPath(`/${'x'.repeat(100_000)}`)).toHaveLength(200);
});

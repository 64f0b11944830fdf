import { describe, expect, it } from 'vitest';
import { directoryDescription } from './describe-device';
import { DeviceInput } from './device';

const ROOM = {
  alias: 'room7@example.com',
  name: 'Room 7',
  kind: 'room',
  branch: 'Oslo',
  username: 'room7',
  password: 's3cret',
  isListed: true,
  finds: 'none',
  agentId: null,
};
const AGENT = '0d9c1f6e-6a53-4b0c-9b60-9a0f6a3f6f10';

const fieldsOf = (changes: Record<string, unknown>) =>
  DeviceInput.safeParse({ ...ROOM, ...changes }).error?.issues.map((issue) => issue.path.join('.') || issue.code) ?? [];

describe('a device as an agent describes it', () => {
  it('is stored under its alias alone, and its words without the spaces around them', () => {
    const input = DeviceInput.parse({
      ...ROOM,
      alias: ' SIP:Room7@Example.com;transport=tls',
      name: ' Room 7 ',
      branch: ' ',
    });
    expect(input).toMatchObject({ alias: 'room7@example.com', name: 'Room 7', branch: '' });
  });

  it('keeps every character of a password', () => {
    expect(DeviceInput.parse({ ...ROOM, password: ' a b ' }).password).toBe(' a b ');
  });

  it.each([
    ['alias', { alias: 'sip:' }],
    ['alias', { alias: 'two words' }],
    ['alias', { alias: `${'x'.repeat(240)}@example.com` }],
    ['name', { name: '   ' }],
    ['name', { name: 'x'.repeat(251) }],
    ['name', { name: 'a\u0007' }],
    ['name', { name: 'a\ud800' }],
    ['branch', { branch: 'x'.repeat(121) }],
    ['kind', { kind: 'phone' }],
    ['username', { username: 'x'.repeat(101) }],
    ['password', { password: 'x'.repeat(101) }],
    ['password', { password: 'a\0' }],
    ['isListed', { isListed: 'yes' }],
    ['finds', { finds: 'some' }],
    ['agentId', { agentId: 'ingrid' }],
    ['unrecognized_keys', { hasPassword: true }],
  ])('is refused at %s for %j', (field, changes) => {
    expect(fieldsOf(changes)).toEqual([field]);
  });

  it('has a user name and a password, or neither', () => {
    expect(fieldsOf({ username: '', password: '' })).toEqual([]);
    expect(fieldsOf({ username: '', password: 'x' })).toEqual(['username']);
    expect(fieldsOf({ username: 'x', password: '' })).toEqual(['password']);
    expect(fieldsOf({ password: undefined })).toEqual([]);
  });

  it('finds its agent’s meetings only if it has an agent', () => {
    expect(fieldsOf({ finds: 'own' })).toEqual(['agentId']);
    expect(fieldsOf({ finds: 'own', agentId: AGENT })).toEqual([]);
  });
});

it('a description names the branch where both fit into what Infinity takes', () => {
  expect(directoryDescription({ name: 'Room 7', branch: 'Oslo' })).toBe('Room 7 (Oslo)');
  expect(directoryDescription({ name: 'Room 7', branch: '' })).toBe('Room 7');
  expect(directoryDescription({ name: 'x'.repeat(245), branch: 'Oslo' })).toBe('x'.repeat(245));
  expect(directoryDescription({ name: 'x'.repeat(243), branch: 'Oslo' })).toHaveLength(250);
});

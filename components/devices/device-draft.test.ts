import { expect, it } from 'vitest';
import type { DeviceView } from '@/lib/devices/device';
import { draftOf, inputOf, NEW_DEVICE, undoOf } from './device-draft';

const DEVICE: DeviceView = {
  ...{ id: '1', alias: 'room7@example.com', name: 'Room 7', kind: 'room', branch: 'Oslo', username: 'room7' },
  ...{ hasPassword: true, isListed: true, finds: 'none', agentId: null, agentName: null, avatarId: null },
};
const open = { ...DEVICE, username: '', hasPassword: false };

it('a password that nobody typed is not sent, so that the device keeps its own', () => {
  expect(inputOf(draftOf(DEVICE), DEVICE)).not.toHaveProperty('password');
  expect(inputOf({ ...draftOf(DEVICE), password: 'new' }, DEVICE).password).toBe('new');
  expect(inputOf({ ...draftOf(DEVICE), username: '' }, DEVICE)).not.toHaveProperty('password');
});

it('a password that is needed and missing is sent as empty, and refused by the server', () => {
  expect(inputOf({ ...NEW_DEVICE, username: 'room7' }, null).password).toBe('');
  expect(inputOf({ ...draftOf(open), username: 'room7' }, open).password).toBe('');
});

it('a change can be undone unless it took the password away', () => {
  const sent = (changes: object) => ({ ...inputOf(draftOf(DEVICE), DEVICE), ...changes });
  expect(undoOf(DEVICE, sent({ name: 'Other' }))).toMatchObject({ name: 'Room 7', username: 'room7' });
  expect(undoOf(DEVICE, sent({ password: 'new' }))).toBeNull();
  expect(undoOf(DEVICE, sent({ username: '' }))).toBeNull();
  expect(undoOf(open, sent({ password: 'new' }))).toMatchObject({ username: '' });
});

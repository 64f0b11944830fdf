import type { DeviceInput, DeviceView } from '@/lib/devices/device';

/** A device as it stands in the form: every field has a text, also the password, which begins empty. */
export type DeviceDraft = Omit<DeviceInput, 'password'> & { password: string };

export const NEW_DEVICE: DeviceDraft = {
  ...{ alias: '', name: '', kind: 'room', branch: '', username: '', password: '' },
  ...{ isListed: true, finds: 'none', agentId: null },
};

export function draftOf(device: DeviceView): DeviceDraft {
  const { alias, name, kind, branch, username, isListed, finds, agentId } = device;
  return { alias, name, kind, branch, username, password: '', isListed, finds, agentId };
}

/** What is sent. An empty password means the one it has, where it has one to keep. */
export function inputOf({ password, ...draft }: DeviceDraft, device: DeviceView | null): DeviceInput {
  const keeps = password === '' && (draft.username === '' || device?.hasPassword);
  return keeps ? draft : { ...draft, password };
}

/**
 * What brings a device back to what it was before a change; null when that is not known here: the password of before, which
 * never leaves the server.
 */
export function undoOf(before: DeviceView, sent: DeviceInput): DeviceInput | null {
  const hasLostPassword = before.hasPassword && (sent.username === '' || sent.password !== undefined);
  return hasLostPassword ? null : inputOf(draftOf(before), before);
}

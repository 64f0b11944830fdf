import { unlessAway } from '@/lib/db/reachable';
import { deviceAlias } from './device-alias';
import { findCredentials } from './directory-store';

/** What a device must present to register; both empty: nothing. Clear text, because Infinity compares it. */
export interface DeviceCredentials {
  alias: string;
  username: string;
  password: string;
}

/**
 * The device that registers as `alias`, percent-decoded and otherwise as the node wrote it: scheme, parameters and case are
 * undone here. Null when it is none of ours. Asks the database each time, since a "no" from memory could lock a device out.
 *
 * @throws DatabaseAway
 */
export async function findDeviceForRegistration(alias: string): Promise<DeviceCredentials | null> {
  const wanted = deviceAlias(alias);
  return wanted === null ? null : unlessAway(() => findCredentials(wanted));
}

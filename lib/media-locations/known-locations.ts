import { setTimeout as pause } from 'node:timers/promises';
import { knownNames, type KnownNames } from '@/lib/management/known-names';

/** A page is worth more at once without the names than with them later; they are there when it is looked at again. */
const PATIENCE_MS = 1_000;

/** Infinity's locations for showing, as far as they are known at once. Saving asks for itself, and waits. */
export function knownLocations(): Promise<KnownNames> {
  const late = pause<KnownNames>(PATIENCE_MS, { checked: false, why: 'unreachable' }, { ref: false });
  return Promise.race([knownNames('locations'), late]);
}

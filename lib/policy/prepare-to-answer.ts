import { mediaRules } from '@/lib/media-locations/media-rules';
import { conferenceSettings, policySettings } from '@/lib/settings/current-settings';
import { followChanges } from './look-up-meeting';
import { olderNodes } from './older-nodes';

/** Reads what every answer needs, before the first node asks: a caller should not wait for it. */
export async function prepareToAnswer(): Promise<void> {
  followChanges();
  await Promise.all([
    conferenceSettings.current(),
    policySettings.current(),
    mediaRules.current(),
    olderNodes.current(),
  ]);
}

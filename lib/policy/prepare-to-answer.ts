import { database } from '@/lib/db/client';
import { mediaRules } from '@/lib/media-locations/media-rules';
import { conferenceSettings, policySettings } from '@/lib/settings/current-settings';
import { followChanges } from './look-up-meeting';
import { noteRelease } from './releases-seen';

/** Reads what every answer needs, before the first node asks: a caller should not wait for it. */
export async function prepareToAnswer(): Promise<void> {
  followChanges();
  const releases = database().nodeSighting.findMany({ select: { version: true, lastSeenAt: true } });
  const [seen] = await Promise.all([
    releases,
    conferenceSettings.current(),
    policySettings.current(),
    mediaRules.current(),
  ]);
  for (const { version, lastSeenAt } of seen) noteRelease(version, lastSeenAt.getTime());
}

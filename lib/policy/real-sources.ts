import { findAvatar } from '@/lib/avatars/find-avatar';
import { renderAvatar } from '@/lib/avatars/render-avatar';
import { settings } from '@/lib/config/env';
import { DatabaseAway } from '@/lib/db/reachable';
import { findDeviceForRegistration } from '@/lib/devices/find-device-for-registration';
import { searchDirectory } from '@/lib/devices/search-directory';
import { mediaRules } from '@/lib/media-locations/media-rules';
import { conferenceSettings, policySettings } from '@/lib/settings/current-settings';
import { withinDeadline } from './deadline';
import { EVERYWHERE, keepWithoutHome, unwrittenHome } from './homes-to-write';
import { lookUpMeeting, rememberHome } from './look-up-meeting';
import { anyOlderNodes } from './older-nodes';
import type { PolicySources } from './policy-sources';
import * as store from './policy-store';
import { rememberTold, toldSettings } from './told-settings';

/** What nodes are told from, and trials too. */
const common = {
  aliasPrefix: () => settings().aliasPrefix,
  conferenceSettings: () => conferenceSettings.current(),
  policySettings: () => policySettings.current(),
  mediaRules: () => mediaRules.current(),
  hasOlderNodes: anyOlderNodes,
  toldSettings,
  findTicket: store.findPolicyTicket,
  searchDirectory: (question, now) => withinDeadline(() => searchDirectory(question, now)),
  findDevice: (alias) => withinDeadline(() => findDeviceForRegistration(alias)),
  findAvatar: (of) => withinDeadline(() => findAvatar(of)),
  renderAvatar: (avatarId, width, height) => withinDeadline(() => renderAvatar(avatarId, width, height)),
} satisfies Partial<PolicySources>;

/** For nodes: from memory and the database. */
export const liveSources: PolicySources = {
  ...common,
  lookUpMeeting,
  takeUse: store.takeUse,
  rememberTold,
  async settleHome(meeting, location) {
    const home = await settled(meeting.id, unwrittenHome(meeting.id) ?? location);
    rememberHome(meeting.id, home);
    return home;
  },
};

async function settled(meetingId: string, location: string): Promise<string> {
  try {
    return (await store.settleHomes([meetingId], location)).get(meetingId) ?? location;
  } catch (error) {
    if (!(error instanceof DatabaseAway)) throw error;
    keepWithoutHome(meetingId);
    return EVERYWHERE;
  }
}

/** For the tester: the truth of this moment, and nothing is settled or used up by asking. */
export const trialSources: PolicySources = {
  ...common,
  async lookUpMeeting(key) {
    const found =
      'alias' in key ? await store.findMeetingsByAlias([key.alias]) : await store.findMeetingsById([key.id]);
    return found[0] ?? null;
  },
  takeUse: () => Promise.resolve(true),
  settleHome: (_meeting, location) => Promise.resolve(location),
  rememberTold: () => {},
};

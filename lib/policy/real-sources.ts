import { findAvatar } from '@/lib/avatars/find-avatar';
import { renderAvatar } from '@/lib/avatars/render-avatar';
import { settings } from '@/lib/config/env';
import { DatabaseAway } from '@/lib/db/reachable';
import { findDeviceForRegistration } from '@/lib/devices/find-device-for-registration';
import { searchDirectory } from '@/lib/devices/search-directory';
import { mediaRules } from '@/lib/media-locations/media-rules';
import { conferenceSettings, policySettings } from '@/lib/settings/current-settings';
import { withinDeadline } from './deadline';
import type { PolicyMeeting, Settled } from './decide-service-configuration';
import { lookUpMeeting, rememberSettled } from './look-up-meeting';
import { anyOlderNodes } from './older-nodes';
import type { PolicySources } from './policy-sources';
import * as store from './policy-store';
import { keepUnwritten, unlessSettled, unwritten } from './settled-to-write';
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
  async settle(meeting, wanted) {
    const settled = await settledFor(meeting, unwritten(meeting.id) ?? wanted);
    rememberSettled(meeting.id, settled);
    return settled;
  },
};

async function settledFor(meeting: PolicyMeeting, wanted: Settled): Promise<Settled> {
  try {
    return (await store.settle([meeting.id], wanted)).get(meeting.id) ?? unlessSettled(meeting, wanted);
  } catch (error) {
    if (!(error instanceof DatabaseAway)) throw error;
    return unlessSettled(meeting, keepUnwritten(meeting.id));
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
  settle: (_meeting, wanted) => Promise.resolve(wanted),
  rememberTold: () => {},
};

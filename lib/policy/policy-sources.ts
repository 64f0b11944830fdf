import { DatabaseAway } from '@/lib/db/reachable';
import type { NowOrLater } from '@/lib/now-or-later';
import type { PolicyMeeting } from './decide-service-configuration';
import type { PolicyTicket } from './decide-participant';
import { lookUpMeeting, rememberHome } from './look-up-meeting';
import * as store from './policy-store';
import { rememberTold } from './told-settings';

/** What decisions are made from, and the few marks they leave. A trial leaves none. */
export interface PolicySources {
  lookUpMeeting(
    key: { alias: string } | { id: string },
    admits: (meeting: PolicyMeeting) => boolean,
  ): NowOrLater<PolicyMeeting | null>;
  /** Makes the location the home of a conference that has none yet. @returns the home it has. */
  settleHome(meeting: PolicyMeeting, location: string): Promise<string>;
  /** Callers of this meeting were told of these settings. */
  rememberTold(meetingId: string, settingsId: number): void;
  findTicket(id: string): Promise<PolicyTicket | null>;
  /** False when somebody else took that use at the same moment. */
  takeUse(ticket: PolicyTicket, fingerprint: string, now: Date): Promise<boolean>;
}

/** For nodes: from memory and the database. */
export const liveSources: PolicySources = {
  lookUpMeeting,
  findTicket: store.findPolicyTicket,
  takeUse: store.takeUse,
  rememberTold,
  async settleHome(meeting, location) {
    const homeLocation = await store.settleHome(meeting.id, location).catch((error: unknown) => {
      // Nobody can be told of it now. Callers of this instance at least get one home, until the database has another.
      if (error instanceof DatabaseAway) return location;
      throw error;
    });
    rememberHome(meeting.id, homeLocation);
    return homeLocation;
  },
};

/** For the tester: the truth of this moment, and nothing is settled or used up by asking. */
export const trialSources: PolicySources = {
  async lookUpMeeting(key) {
    const found =
      'alias' in key ? await store.findMeetingsByAlias([key.alias]) : await store.findMeetingsById([key.id]);
    return found[0] ?? null;
  },
  findTicket: store.findPolicyTicket,
  takeUse: () => Promise.resolve(true),
  settleHome: (_meeting, location) => Promise.resolve(location),
  rememberTold: () => {},
};

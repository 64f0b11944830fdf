import { meetingState, type MeetingWindow } from '@/lib/meetings/meeting';

/** What a service configuration is made from. */
export interface PolicyMeeting extends MeetingWindow {
  id: string;
  alias: string;
  serviceName: string;
  hostPin: string;
  isLobby: boolean;
  participantLimit: number | null;
  /** A browser needs a ticket here, whatever the settings say: its guest has a personal link. */
  isInvitationRequired: boolean;
  /** The conference settings it keeps; null while those in force hold. */
  settingsId: number | null;
  /** The location that asked about it first, where that matters. */
  homeLocation: string | null;
  /** Whether it is told without layouts that older releases may not know; null until a first call settles it, where that matters. */
  hasEarlyViewsOnly: boolean | null;
}

/** What the first call settles, for everybody who calls after. */
export type Settled = Pick<PolicyMeeting, 'homeLocation' | 'hasEarlyViewsOnly'>;

export type ServiceDecision =
  | { action: 'configure'; meeting: PolicyMeeting; reason: string }
  | { action: 'reject'; meeting: PolicyMeeting | null; reason: string }
  | { action: 'continue'; meeting: null; reason: string };

/** Whether what was asked about is one of ours, and the meeting behind it. */
export type DialledMeeting = { isOurs: false; reason: string } | { isOurs: true; meeting: PolicyMeeting | null };

/** Whether, and as what, a call is let in at `now` (design.md §4). A call that is dialled out of a meeting is no other. */
export function decideServiceConfiguration(dialled: DialledMeeting, now: Date): ServiceDecision {
  // Not ours: Infinity's own services go on working.
  if (!dialled.isOurs) return { action: 'continue', meeting: null, reason: dialled.reason };
  const { meeting } = dialled;
  if (!meeting) return { action: 'reject', meeting, reason: 'no such meeting' };
  const state = meetingState(meeting, now);
  if (state === 'open') return { action: 'configure', meeting, reason: 'meeting is open' };
  const reasons = {
    scheduled: 'meeting has not opened yet',
    ended: 'meeting has ended',
    cancelled: 'meeting was cancelled',
  };
  return { action: 'reject', meeting, reason: reasons[state] };
}

import { meetingState, type MeetingWindow } from '@/lib/meetings/meeting';

/** What a service configuration is made from. */
export interface PolicyMeeting extends MeetingWindow {
  id: string;
  serviceName: string;
  hostPin: string;
  isLobby: boolean;
  participantLimit: number | null;
}

export type ServiceDecision =
  | { action: 'configure'; meeting: PolicyMeeting; reason: string }
  | { action: 'reject'; reason: string }
  | { action: 'continue'; reason: string };

/** Whether a dialled alias is one of ours, and the meeting behind it. */
export type DialledMeeting = { isOurs: false } | { isOurs: true; meeting: PolicyMeeting | null };

/** Whether, and as what, a call to this alias is let in at `now` (design.md §4). */
export function decideServiceConfiguration(dialled: DialledMeeting, now: Date): ServiceDecision {
  // Not ours: Infinity's own services go on working.
  if (!dialled.isOurs) return { action: 'continue', reason: 'not an alias of ours' };
  if (!dialled.meeting) return { action: 'reject', reason: 'no such meeting' };
  const state = meetingState(dialled.meeting, now);
  if (state === 'open') return { action: 'configure', meeting: dialled.meeting, reason: 'meeting is open' };
  const reasons = {
    scheduled: 'meeting has not opened yet',
    ended: 'meeting has ended',
    cancelled: 'meeting was cancelled',
  };
  return { action: 'reject', reason: reasons[state] };
}

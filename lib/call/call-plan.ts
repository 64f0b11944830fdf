import type { CallState } from './call-machine';
import type { DeviceWishes } from './device-wishes';
import type { MeetingTarget } from './meeting-source';
import type { CallToGoOn } from './rejoin-memory';

/** What a panel is opened for. */
export interface CallPlan {
  /** Which meeting to join; null makes one when the visitor joins. */
  meeting: MeetingTarget | null;
  /** The meeting of a call that a reload cut off; once that one is over, `meeting` is joined. */
  goesOnWith?: MeetingTarget;
  displayName: string;
  /** Which devices to open; both unless the visitor comes back and had turned one off. */
  wanted?: DeviceWishes;
  /** Go straight into the call, without the lobby. */
  joinsAtOnce?: boolean;
  /** Whether a reload may offer to rejoin. */
  isRemembered: boolean;
  /** Fetches what a call is shown by, while its meeting is asked for; where it rejects, nothing is dialled. */
  loadScreen?: () => Promise<void>;
}

/** Fetches it; false where it cannot be had. */
export async function isScreenThere({ loadScreen }: CallPlan): Promise<boolean> {
  try {
    await loadScreen?.();
    return true;
  } catch {
    return false;
  }
}

/** How one comes back into a call that a reload cut off: as who one was, and with the devices as they were. */
export function planToGoOn({ alias, hostKey, invitation, displayName, isMicrophoneOn, isCameraOn }: CallToGoOn) {
  const goesOnWith: MeetingTarget = { alias, hostKey, invitation };
  return { goesOnWith, displayName, wanted: { microphone: isMicrophoneOn, camera: isCameraOn } };
}

/** The meeting that one is in, as our site knows it. */
export interface KnownMeeting {
  alias: string;
  role: 'host' | 'guest';
  validUntilMs: number;
  hostKey: string | null;
  /** The ticket of the last dial, by which its holder rates the call; null where the node has moved us there without one. */
  callTag: string | null;
}

/** Where the node has moved us, all but the end. */
export function withoutTicket(target: MeetingTarget | null): Omit<KnownMeeting, 'validUntilMs'> | null {
  return target && { alias: target.alias, hostKey: target.hostKey, role: 'guest', callTag: null };
}

/** How a call stands, for the panel to show. */
export interface SessionSnapshot {
  call: CallState;
  displayName: string;
  /** Null until there was a ticket for it, and in one that our site does not know. */
  meeting: KnownMeeting | null;
  /** Server's clock minus ours, in ms. */
  skewMs: number;
}

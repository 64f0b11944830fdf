import type { Admission } from './admission';
import type { CallSignal } from './call';
import type { Outgoing } from './connection';
import type { EndReason } from './end-reasons';
import type { CallFailure } from './failures';
import type { MeetingSource } from './meeting-source';
import type { MeetingEnd } from './meeting-watch';

// What a line tells the call that it belongs to, and asks of it.

export interface LineListener {
  onAdmitted(admission: Admission): void;
  onSignal(signal: Exclude<CallSignal, { type: 'disconnected' | 'failed' }>): void;
  /** `validUntilMs` is infinite while nothing is known of the meeting. */
  onEndKnown(end: MeetingEnd): void;
  /** The connection is lost and a new one is being made; repeats with each try. */
  onRedialling(): void;
  /** The machine slept for so long that nobody may be sitting there any more. */
  onSlept(): void;
  /** `isSure`: our site has said so just now. */
  onOver(reason: EndReason, isSure?: boolean): void;
  onFailed(failure: CallFailure): void;
}

/** What a dial is made of, asked for each time anew. */
export interface LineNeeds {
  source(): MeetingSource;
  displayName(): string;
  /** Whether there is something to show the call by. */
  isScreenThere(): Promise<boolean>;
  /** Null where the browser cannot make what a call sends. */
  outgoing(): Outgoing | null;
  /** The meeting's end by this browser's clock, in ms since the epoch. */
  endsAtMs(): number;
}

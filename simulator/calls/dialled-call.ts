import type { ConferenceService } from '../conference/conference-service';
import type { Role } from '../conference/conference-state';
import type { DialledCaller } from '../policy/caller';
import type { Overrides } from '../policy/participant-policy';
import type { PolicyRecord } from '../policy/policy-record';

/** Attempts that a caller has at the PIN prompt (policy-api.md §4). */
export const pinAttempts = 3;
/** How long the prompt waits: 120 s is Infinity's default. */
export const pinPromptMs = 120_000;

export type CallStage =
  | { type: 'asking' }
  /** `until` is Unix milliseconds. */
  | { type: 'awaiting-pin'; service: ConferenceService; overrides: Overrides; attemptsLeft: number; until: number }
  | { type: 'joining' }
  | { type: 'joined'; conferenceId: string; conferenceName: string; role: Role }
  /** `answered` is a question that was no call; `refused` never got in; `ended` was cut off or hung up. */
  | {
      type: 'over';
      outcome: 'answered' | 'refused' | 'ended';
      reason: string;
      conferenceName: string | null;
      at: number;
    };

/** A call that came to, or went out from, a node by another way than a browser. Its id is its participant's. */
export interface DialledCall {
  readonly id: string;
  /** Whom it is now about: a redirection or a reception changes the alias. */
  caller: DialledCaller;
  readonly isAudioOnly: boolean;
  readonly isStreaming: boolean;
  stage: CallStage;
  /** Fields in which the answer contradicts the running conference. */
  contradictions: string[];
  readonly records: PolicyRecord[];
}

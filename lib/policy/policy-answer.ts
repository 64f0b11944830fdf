/** What an answer amounts to, as it is recorded. */
export type Outcome =
  | 'configure'
  /** The same for somebody who asks without calling. */
  | 'describe'
  | 'reject'
  | 'continue'
  | 'honour'
  | 'locate'
  | 'picture'
  | 'entries'
  | 'credentials'
  | 'no-opinion'
  | 'failed';

/** A decision with everything that is written or recorded of it. */
export interface PolicyAnswer {
  outcome: Outcome;
  /** In words, for whoever asks later why a caller was refused. */
  reason: string;
  /** What it was about: an alias of ours undone, anything else as it came. */
  alias: string;
  meetingId: string | null;
  /** The conference settings that a configuration was made from. */
  settingsId?: number;
  content: Content;
}

export type Content =
  /** The envelope of policy-api.md §1, checked by Infinity's rules. */
  | { kind: 'envelope'; envelope: Envelope }
  | { kind: 'picture'; jpeg: Buffer }
  /** "No opinion", as Pexip's own sample says it; for a media location it is the only safe form (policy-api.md §1). */
  | { kind: 'no-opinion' }
  /** The same for an avatar, whose 404 has an empty body (policy-api.md §7). */
  | { kind: 'no-picture' };

export interface Envelope {
  action?: 'continue' | 'reject';
  result?: unknown;
  ignore_local?: boolean;
}

export const envelope = (content: Envelope): Content => ({ kind: 'envelope', envelope: content });

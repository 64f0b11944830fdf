/** One answer to a policy request, as it is kept: for the desk's "why was this caller refused?". */
export interface Decision {
  /** Also in the answer itself, so that a line in a node's support log leads here. */
  id: string;
  at: Date;
  /** Which of the six questions. */
  request: string;
  alias: string;
  meetingId: string | null;
  location: string;
  node: string;
  /** The node's release, as it says it. */
  version: string;
  protocol: string;
  /** Who called: the name they gave, else their alias. */
  caller: string;
  /** A SIP address, a number, or just the name somebody typed. */
  callerAlias: string;
  /** The whole question: the query, as it came. */
  asked: string;
  outcome: string;
  reason: string;
  /** The conference settings that a configuration was made from; null for everything else. */
  settingsId: number | null;
  latencyUs: number;
}

/** Somebody who came with wrong credentials. */
export interface Refusal {
  at: Date;
  door: 'policy' | 'events';
  address: string;
}

import type { EndKnownBy } from '@/lib/conferences/leg';

/** What our rows say of a leg, as far as it can differ from what is listed. */
export interface KnownLeg {
  id: string;
  conversationId: string;
  serviceName: string;
  mainName: string;
  node: string;
  displayName: string | null;
  role: 'host' | 'guest' | null;
  stage: string | null;
  protocol: string | null;
  hasMedia: boolean;
  isMuted: boolean;
  /** By the node's clock, as are all of these. */
  connectedAt: Date | null;
  heardAt: Date | null;
  disconnectedAt: Date | null;
  endKnownBy: EndKnownBy | null;
}

/** A node's share of a conference that has not ended as far as our rows know. */
export interface KnownPlace {
  serviceName: string;
  node: string;
  /** By the node's clock, as is the other. */
  startedAt: Date | null;
  heardAt: Date | null;
}

/** What is known on our side at one moment. */
export interface Known {
  /** Every leg that is open, and every one that is listed or of a listed conversation. */
  legs: readonly KnownLeg[];
  places: readonly KnownPlace[];
  /** Service names of our meetings, of those that are listed. */
  ours: ReadonlySet<string>;
  /**
   * What an event reached us of lately, by our clock, as events name it: `leg:<id>`, `conference:<name>@<node>`. A node's
   * own clock may be behind.
   */
  heardOfLately: ReadonlySet<string>;
  /** When each node's sink was last heard, by our clock. */
  nodesHeardAt: ReadonlyMap<string, Date>;
}

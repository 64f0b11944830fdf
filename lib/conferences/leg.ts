/** How the end of a leg is known (prisma/schema.prisma says what each means). */
export type EndKnownBy = 'reported' | 'conference_ended' | 'node_restarted' | 'not_listed';

/** One leg of one participant, as far as what was reported tells. */
export interface LegRow {
  id: string;
  conversationId: string;
  /** The room it is in now: the conference, or one of its breakout rooms. */
  serviceName: string;
  /** The conference, without the mark of a breakout room. */
  mainName: string;
  node: string;
  displayName: string | null;
  /** What it was called before, where that was changed. */
  formerNames: string[];
  address: string | null;
  protocol: string | null;
  callTag: string | null;
  role: 'host' | 'guest' | null;
  stage: string | null;
  hasMedia: boolean;
  isMuted: boolean;
  isStreaming: boolean;
  relatedIds: string[];
  connectedAt: Date | null;
  joinedAt: Date | null;
  hostJoinedAt: Date | null;
  heardAt: Date | null;
  disconnectedAt: Date | null;
  disconnectReason: string | null;
  endKnownBy: EndKnownBy | null;
  /** Where the leg had several stays: what was measured of its media from then, and until then, is of this one. */
  mediaSince: Date | null;
  mediaUntil: Date | null;
}

/** Final figures of one stream, as reported; nothing in it is certain. */
export type StreamFigures = Record<string, string | number | null>;

/** How well a leg's media went. Qualities: 1 good, 2 ok, 3 bad, 4 terrible; null while unknown. */
export interface LegMediaRow {
  legId: string;
  quality: number | null;
  worstQuality: number | null;
  streams: StreamFigures[] | null;
}

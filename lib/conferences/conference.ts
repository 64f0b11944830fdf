/** Who or what ended a conference; null while it lasts. */
export type EndedBy = 'host' | 'administrator' | 'participant' | 'everyone_left' | 'lost';

/** What a conference came to (the columns of `conference`, prisma/schema.prisma). */
export interface Conference {
  serviceName: string;
  startedAt: Date | null;
  endedAt: Date | null;
  hasHost: boolean;
  isLocked: boolean;
  firstArrivedAt: Date | null;
  firstJoinedAt: Date | null;
  hostJoinedAt: Date | null;
  answeredAt: Date | null;
  lastLeftAt: Date | null;
  people: number;
  peak: number;
  durationMs: number | null;
  endedBy: EndedBy | null;
  worstQuality: number | null;
}

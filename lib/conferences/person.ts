import type { EndKnownBy, StreamFigures } from './leg';

/** One person in one conference: all legs of a conversation (the columns of `participant`, prisma/schema.prisma). */
export interface Person {
  serviceName: string;
  conversationId: string;
  displayName: string | null;
  address: string | null;
  protocol: string | null;
  role: 'host' | 'guest' | null;
  ticketId: string | null;
  agentId: string | null;
  isCounted: boolean;
  isWaiting: boolean;
  isMuted: boolean;
  room: string | null;
  arrivedAt: Date | null;
  joinedAt: Date | null;
  leftAt: Date | null;
  leftReason: string | null;
  leftKnownBy: EndKnownBy | null;
  /** Between joining and leaving, not inside. */
  awayMs: number;
  quality: number | null;
  worstQuality: number | null;
  streams: StreamFigures[] | null;
}

/** The ticket that a call tag stands for, when it is one of ours. */
export interface KnownTicket {
  id: string;
  agentId: string | null;
  displayName: string;
  /** Of the meeting that it is for. */
  serviceName: string;
}

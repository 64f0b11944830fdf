import { database } from '@/lib/db/client';
import { EARLY_GRACE_MS } from '@/lib/meetings/meeting';
import { MOST_DEVICES } from './device-store';

// What policy requests read of devices, and of the meetings a device may know.

/** A device's credentials by its alias, already undone. */
export function findCredentials(alias: string) {
  return database().device.findUnique({ where: { alias }, select: { alias: true, username: true, password: true } });
}

/** What a device that searches may find. An agent who is no longer active has no meetings that it could find. */
export async function findAskingDevice(
  alias: string,
): Promise<{ finds: 'none' | 'own' | 'all'; agentId: string | null } | null> {
  const select = { finds: true, agent: { select: { id: true, disabledAt: true } } };
  const device = await database().device.findUnique({ where: { alias }, select });
  return device && { finds: device.finds, agentId: device.agent?.disabledAt === null ? device.agent.id : null };
}

export function loadListedDevices(): Promise<{ alias: string; name: string; branch: string }[]> {
  return database().device.findMany({
    where: { isListed: true },
    orderBy: { alias: 'asc' },
    take: MOST_DEVICES,
    select: { alias: true, name: true, branch: true },
  });
}

/** More meetings than this are not searched: those that end first are. Who has more open at once asks for them by link. */
const MOST_MEETINGS = 2_000;

/** Created by this agent, or joined: a ticket that was given out and never used is no proof that anybody was there. */
function isOfAgent(agentId: string) {
  return { OR: [{ createdByAgentId: agentId }, { tickets: { some: { agentId, usedAt: { not: null } } } }] };
}

/** Meetings that may be open at `now`, everyone's or one agent's, those that end first. */
export function loadMeetingsAround(now: Date, whose: 'all' | { agentId: string }) {
  return database().meeting.findMany({
    where: {
      cancelledAt: null,
      validUntil: { gt: now },
      validFrom: { lte: new Date(now.getTime() + EARLY_GRACE_MS) },
      ...(whose === 'all' ? {} : isOfAgent(whose.agentId)),
    },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
    take: MOST_MEETINGS,
    select: { alias: true, topic: true, visitorName: true, validFrom: true, validUntil: true, cancelledAt: true },
  });
}

import type { Transaction } from '@/lib/db/client';
import type { LegRow } from './leg';
import { reportedId } from './stay-id';
import { heldTickets, tagOf, type HeldTicket } from './ticket-holders';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The tickets among these legs' call tags, and whose they are. Any client may send any text as its tag.
 *
 * @param legs all of these conferences
 * @param names those of the conferences
 */
export async function ticketsAmong(
  tx: Transaction,
  legs: readonly LegRow[],
  names: readonly string[],
): Promise<Map<string, HeldTicket>> {
  const tags = legs.map(tagOf).filter((tag) => tag !== null && UUID.test(tag));
  if (tags.length === 0) return new Map();
  const rows = await tx.ticket.findMany({
    where: { id: { in: [...new Set(tags as string[])] } },
    select: { id: true, agentId: true, displayName: true, meeting: { select: { serviceName: true } } },
  });
  const tickets = rows.map(({ meeting, ...ticket }) => ({ ...ticket, serviceName: meeting.serviceName }));
  // Somebody was moved here from another meeting, perhaps: there it shows whose the ticket is.
  const elsewhere = [...new Set(tickets.map(({ serviceName }) => serviceName))].filter((name) => !names.includes(name));
  const others = elsewhere.length === 0 ? [] : await legsOf(tx, elsewhere);
  return heldTickets(tickets, [...legs, ...others]);
}

/** The conferences to which legs were moved from these, or back: whose a ticket is there, those here tell. Of nearly nobody. */
export async function movedFrom(tx: Transaction, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const here = await tx.participantLeg.findMany({
    where: { mainName: { in: [...names] }, OR: [{ mediaSince: { not: null } }, { mediaUntil: { not: null } }] },
    select: { id: true, relatedIds: true },
  });
  const ids = [...new Set(here.map(reportedId))];
  if (ids.length === 0) return [];
  const rows = await tx.participantLeg.findMany({
    where: { OR: [{ id: { in: ids } }, { relatedIds: { hasSome: ids } }], mainName: { notIn: [...names, ''] } },
    select: { mainName: true },
    distinct: ['mainName'],
  });
  return rows.map(({ mainName }) => mainName);
}

function legsOf(tx: Transaction, mainNames: string[]): Promise<LegRow[]> {
  return tx.participantLeg.findMany({ where: { mainName: { in: mainNames } }, omit: { folding: true } });
}

import { legsByPerson } from './conversations';
import type { LegRow } from './leg';
import type { KnownTicket } from './person';
import { reportedId } from './stay-id';
import { earliestOf } from './times';

// Whose a ticket is. Everyone in the roster sees the call tag that carries it and may dial with it, so a tag alone proves nothing
// (decide-participant.ts). Until somebody came into its meeting with it, only its holder knew it: it is theirs alone, whatever
// else comes with it, there or elsewhere. Whoever dials anew has a ticket of their own. That a node asked about it is no
// condition: while the database is away nodes let holders in without us. Pure.

/** A ticket, and the legs of the one whose it is: also where these were moved to another conference. */
export interface HeldTicket extends KnownTicket {
  legIds: ReadonlySet<string>;
}

/**
 * Who holds these tickets, by ticket.
 *
 * @param legs at least all of the conferences that the tickets are for
 */
export function heldTickets(tickets: Iterable<KnownTicket>, legs: readonly LegRow[]): Map<string, HeldTicket> {
  const known = new Map<string, ReturnType<typeof firstByTag>>();
  const holdersIn = (mainName: string) => {
    const holders = known.get(mainName) ?? firstByTag(legs.filter((leg) => leg.mainName === mainName));
    known.set(mainName, holders);
    return holders;
  };
  return new Map(
    [...tickets].map((ticket) => {
      const holder = holdersIn(ticket.serviceName).get(ticket.id)?.own ?? [];
      return [ticket.id, { ...ticket, legIds: new Set(holder.map(reportedId)) }];
    }),
  );
}

/** The ticket that a leg's call tag stands for, where it is its holder's. */
export function ticketOf(leg: LegRow, tickets: ReadonlyMap<string, HeldTicket>): HeldTicket | undefined {
  const tag = tagOf(leg);
  const ticket = tag === null ? undefined : tickets.get(tag);
  return ticket?.legIds.has(reportedId(leg)) ? ticket : undefined;
}

/** A ticket's id in the one way of writing it. */
export function tagOf({ callTag }: Pick<LegRow, 'callTag'>): string | null {
  return callTag?.toLowerCase() ?? null;
}

interface Arrival {
  /** The legs of the one person. */
  own: readonly LegRow[];
  at: number;
  id: string;
}

/** Who came first with each tag. All legs are of one conference. */
function firstByTag(legs: readonly LegRow[]): Map<string, Arrival> {
  const first = new Map<string, Arrival>();
  for (const own of legsByPerson(legs.filter((leg) => !leg.isStreaming))) {
    for (const tag of new Set(own.map(tagOf))) {
      if (tag === null) continue;
      const arrival = arrivalWith(tag, own);
      const other = first.get(tag);
      if (!other || isBefore(arrival, other)) first.set(tag, arrival);
    }
  }
  return first;
}

function arrivalWith(tag: string, own: readonly LegRow[]): Arrival {
  const tagged = own.filter((leg) => tagOf(leg) === tag);
  const at = earliestOf(tagged.map(({ connectedAt }) => connectedAt))?.getTime() ?? Infinity;
  return { own, at, id: tagged.map(reportedId).sort()[0]! };
}

function isBefore(left: Arrival, right: Arrival): boolean {
  return left.at < right.at || (left.at === right.at && left.id < right.id);
}

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
  const peopleIn = new Map<string, LegRow[][]>();
  const peopleOf = (mainName: string): LegRow[][] => {
    const known = peopleIn.get(mainName);
    if (known) return known;
    const people = legsByPerson(legs.filter((leg) => leg.mainName === mainName && !leg.isStreaming));
    peopleIn.set(mainName, people);
    return people;
  };
  return new Map(
    [...tickets].map((ticket) => {
      const holder = firstWith(ticket.id, peopleOf(ticket.serviceName));
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

/** The legs of the one person who came with this tag first. */
function firstWith(tag: string, people: readonly LegRow[][]): readonly LegRow[] {
  let first: { own: LegRow[]; at: number; id: string } | null = null;
  for (const own of people) {
    const tagged = own.filter((leg) => tagOf(leg) === tag);
    if (tagged.length === 0) continue;
    const at = earliestOf(tagged.map(({ connectedAt }) => connectedAt))?.getTime() ?? Infinity;
    const id = tagged.map(reportedId).sort()[0]!;
    if (!first || at < first.at || (at === first.at && id < first.id)) first = { own, at, id };
  }
  return first?.own ?? [];
}

import type { Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { upsertRows } from '@/lib/db/upsert-rows';
import type { StoredEvent } from './event-order';
import type { Folding } from './fold';
import { foldSubjects } from './fold-subjects';
import type { LegSurroundings } from './leg-end';
import {
  conferenceNodeFold,
  conferenceNodeRow,
  endToldAt,
  isEndFound,
  type ConferenceNodeState,
} from './project-conference-node';
import { readSinkStarts } from './sink-start-store';
import type { InDoubt } from './touched-rows';

/** A node's share of a conference that was written, and whether its end is another than before, or told at another time. */
export interface AppliedConferenceNode {
  serviceName: string;
  mainName: string;
  node: string;
  isEndChanged: boolean;
}

type Stored = { node: string; serviceName: string; endedAt: Date | null; folding: Prisma.JsonValue };

/**
 * Adds events to the nodes' shares of conferences.
 *
 * @param events by subject `conference:<service name>@<node>`
 * @param inDoubt others to look at again: a start of the node's sink may have ended them
 */
export async function applyConferenceNodes(
  tx: Transaction,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  inDoubt: InDoubt | null = null,
): Promise<AppliedConferenceNode[]> {
  const keys = [...events.values()]
    .flatMap((own) => own.slice(0, 1))
    .map(({ envelope }) => ({
      serviceName: String(envelope.data.name),
      node: envelope.node,
    }));
  const others = inDoubt ? [{ node: inDoubt.node, mainName: { in: [...inDoubt.mainNames] } }] : [];
  if (keys.length === 0 && others.length === 0) return [];
  const select = { node: true, serviceName: true, endedAt: true, folding: true };
  const stored: Stored[] = await tx.conferenceNode.findMany({
    where: { OR: [...keys, ...others] },
    select,
  });

  const foldings = await foldSubjects(tx, conferenceNodeFold, events, knownOf(stored));
  const bySubject = new Map(stored.map((row) => [subjectOf(row), row]));
  for (const [subject, row] of bySubject) {
    const folding = foldings.get(subject) ?? foldingOf(row);
    if (folding) foldings.set(subject, folding);
  }
  const starts = await readSinkStarts(
    tx,
    [...foldings.values()].map(({ state }) => state.node),
  );
  const rows = [...foldings].flatMap(([, folding]) => {
    const row = conferenceNodeRow(folding.state, starts.get(folding.state.node) ?? []);
    return row ? [{ ...row, folding }] : [];
  });
  await upsertRows(tx, 'conference_node', ['serviceName', 'node'], rows);
  return rows.map(({ serviceName, mainName, node, endedAt, folding }) => {
    const before = bySubject.get(subjectOf({ serviceName, node }));
    const toldBefore = before && foldingOf(before)?.state.ended?.time;
    const isToldElse = folding.state.ended?.time !== toldBefore;
    const isEndChanged = endedAt?.getTime() !== before?.endedAt?.getTime() || isToldElse;
    return { serviceName, mainName, node, isEndChanged };
  });
}

/** How a conference ended on a node, as far as a leg there has to know. */
export type ConferenceEnd = Pick<LegSurroundings, 'conferenceEndedAt' | 'conferenceEndToldAt' | 'isConferenceEndFound'>;

/** How conferences ended on nodes; by `placeOf`. */
export async function readConferenceEnds(
  tx: Transaction,
  serviceNames: readonly string[],
): Promise<Map<string, ConferenceEnd>> {
  const rows = await tx.conferenceNode.findMany({
    where: { serviceName: { in: [...serviceNames] } },
    select: { serviceName: true, node: true, endedAt: true, folding: true },
  });
  return new Map(
    rows.map((row) => {
      const folding = foldingOf(row);
      return [
        placeOf(row),
        {
          conferenceEndedAt: row.endedAt,
          conferenceEndToldAt: folding && endToldAt(folding.state),
          isConferenceEndFound: folding !== null && isEndFound(folding.state),
        },
      ];
    }),
  );
}

/** A conference on a node. */
export function placeOf({ serviceName, node }: { serviceName: string | null; node: string }): string {
  return JSON.stringify([serviceName, node]);
}

function knownOf(stored: readonly Stored[]) {
  return new Map(stored.map((row) => [subjectOf(row), foldingOf(row)]));
}

function foldingOf({ folding }: Pick<Stored, 'folding'>): Folding<ConferenceNodeState> | null {
  return folding as unknown as Folding<ConferenceNodeState> | null;
}

const subjectOf = ({ serviceName, node }: { serviceName: string; node: string }) => `conference:${serviceName}@${node}`;

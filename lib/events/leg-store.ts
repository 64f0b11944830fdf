import type { LegRow } from '@/lib/conferences/leg';
import type { Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { upsertRows } from '@/lib/db/upsert-rows';
import { placeOf, readConferenceEnds, type ConferenceEnd } from './conference-node-store';
import type { StoredEvent } from './event-order';
import type { Folding } from './fold';
import { foldSubjects } from './fold-subjects';
import type { LegState } from './leg-state';
import { isInDoubt, lastHeard, mediaIdsOf } from './leg-end';
import { readMediaHeard } from './media-store';
import { dateOrNull, legRow } from './leg-row';
import { changedStays } from './leg-stays';
import { legFold } from './project-leg';
import { readSinkStarts } from './sink-start-store';
import type { Match } from './touched-rows';

type LegFolding = Folding<LegState>;

const NEVER_ENDED: ConferenceEnd = { conferenceEndedAt: null, conferenceEndToldAt: null, isConferenceEndFound: false };

/**
 * Adds events to legs, and looks again at others.
 *
 * @param events by subject `leg:<uuid>`
 * @param touched the others, each by any of these
 * @returns the conferences they are in, and were in
 */
export async function applyLegs(
  tx: Transaction,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  touched: readonly Match<LegRow>[],
): Promise<string[]> {
  const ids = [...events.keys()].map(idOf);
  if (ids.length === 0 && touched.length === 0) return [];
  // Of those that the batch does not tell of, one whose folding was erased stays as it is.
  const others = touched.map((match) => ({ ...whereOf(match), folding: { not: Prisma.DbNull } }));
  const where = { OR: [{ id: { in: ids } }, ...others] };
  const stored = await tx.participantLeg.findMany({ where, select: { id: true, mainName: true, folding: true } });
  const known = new Map(stored.map(({ id, folding }) => [`leg:${id}`, folding as unknown as LegFolding | null]));

  const foldings = await foldSubjects(tx, legFold, events, known);
  for (const [subject, folding] of known) if (folding && !foldings.has(subject)) foldings.set(subject, folding);
  const rows = await rowsOf(tx, foldings);
  const stays = [...foldings].map(([subject, { state }]) =>
    changedStays(idOf(subject), known.get(subject)?.state, state),
  );
  const gone = stays.flatMap((each) => each.gone);
  if (gone.length > 0) await tx.participantLeg.deleteMany({ where: { id: { in: gone } } });
  // Nothing is added to a stay that is over, so it has no folding.
  const over = stays.flatMap(({ written }) => written.map((row) => ({ ...row, folding: null })));
  await upsertRows(tx, 'participant_leg', ['id'], [...rows, ...over]);
  const names = [...[...stored, ...rows].map(({ mainName }) => mainName), ...stays.flatMap((each) => each.mainNames)];
  return [...new Set(names)].filter((name) => name !== '');
}

function whereOf(match: Match<LegRow>): Prisma.ParticipantLegWhereInput {
  const fields = Object.entries(match).map(([field, values]) => {
    const isOneOf = { [field]: { in: values.filter((value) => value !== null) } };
    // `in` knows no null.
    return values.includes(null as never) ? { OR: [{ [field]: null }, isOneOf] } : isOneOf;
  });
  return { AND: fields };
}

async function rowsOf(tx: Transaction, foldings: ReadonlyMap<string, LegFolding>) {
  const states = [...foldings.values()].map(({ state }) => state);
  const starts = await readSinkStarts(
    tx,
    states.map(({ node }) => node),
  );
  const ends = await readConferenceEnds(tx, [...new Set(states.flatMap(({ serviceName }) => serviceName ?? []))]);
  const startsAround = ({ node }: LegState) => starts.get(node) ?? [];
  const inDoubt = [...foldings].filter(([, { state }]) => isInDoubt(state, startsAround(state)));
  const heard = await readMediaHeard(
    tx,
    inDoubt.flatMap(([subject, { state }]) => mediaIdsOf(idOf(subject), state)),
  );
  return [...foldings].map(([subject, folding]): LegRow & { folding: LegFolding } => {
    const { state } = folding;
    const id = idOf(subject);
    const row = legRow(id, state, {
      sinkStarts: startsAround(state),
      ...(ends.get(placeOf(state)) ?? NEVER_ENDED),
      mediaHeardAt: lastHeard(mediaIdsOf(id, state), heard),
    });
    return { ...(row ?? unnamed(id, state)), folding };
  });
}

/** Nobody's yet: kept so that folding goes on when an event names the conference, with its name, so that it can be erased. */
function unnamed(
  id: string,
  { node, displayName, formerNames = [], address, heardAt, disconnected }: LegState,
): LegRow {
  const unknown = { protocol: null, callTag: null, role: null, stage: null };
  const never = { connectedAt: null, joinedAt: null, hostJoinedAt: null, heardAt: dateOrNull(heardAt) };
  const flags = { hasMedia: false, isMuted: false, isStreaming: false };
  const nowhere = { conversationId: id, serviceName: '', mainName: '', relatedIds: [], mediaSince: null };
  const end = {
    disconnectedAt: dateOrNull(disconnected?.at ?? null),
    disconnectReason: null,
    endKnownBy: disconnected ? ('reported' as const) : null,
  };
  return {
    id,
    node,
    displayName,
    formerNames,
    address,
    mediaUntil: null,
    ...nowhere,
    ...end,
    ...unknown,
    ...never,
    ...flags,
  };
}

const idOf = (subject: string) => subject.slice('leg:'.length);

import type { EndKnownBy } from '@/lib/conferences/leg';
import type { Transaction } from '@/lib/db/client';
import { upsertRows } from '@/lib/db/upsert-rows';
import type { QueuedEvent } from './apply-queue-store';
import type { StoredEvent } from './event-order';
import type { Folding } from './fold';
import { foldSubjects } from './fold-subjects';
import { mediaFold, mediaRow, mediaWindow, type MediaState } from './project-media';

/** A leg that media were told of. */
export interface LegWithMedia {
  id: string;
  mainName: string;
  endKnownBy: EndKnownBy | null;
}

/**
 * Adds events to what is known of legs' media.
 *
 * @param events by subject `media:<uuid>`
 * @returns the legs they are about, of those that were known before this batch
 */
export async function applyMedia(
  tx: Transaction,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): Promise<LegWithMedia[]> {
  const ids = [...events.keys()].map(idOf);
  if (ids.length === 0) return [];
  const stored = await tx.legMedia.findMany({ where: { legId: { in: ids } }, select: { legId: true, folding: true } });
  const known = new Map(
    stored.map(({ legId, folding }) => [`media:${legId}`, folding as unknown as Folding<MediaState> | null]),
  );
  const foldings = await foldSubjects(tx, mediaFold, events, known);
  const rows = [...foldings].map(([subject, folding]) => {
    const legId = idOf(subject);
    // A window that tells nothing yet is folded all the same.
    const row = mediaRow(legId, folding.state) ?? { legId, quality: null, worstQuality: null, streams: null };
    return { ...row, folding };
  });
  await upsertRows(tx, 'leg_media', ['legId'], rows);
  // A node may tell of a person's media under another leg than the one we know (event-sink.md §3).
  return tx.participantLeg.findMany({
    where: { OR: [{ id: { in: ids } }, { relatedIds: { hasSome: ids } }], mainName: { not: '' } },
    select: { id: true, mainName: true, endKnownBy: true },
  });
}

/** When media were last told of, by the id they were told under: Unix seconds. */
export async function readMediaHeard(tx: Transaction, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.legMedia.findMany({
    where: { legId: { in: [...ids] } },
    select: { legId: true, folding: true },
  });
  return new Map(
    rows.flatMap(({ legId, folding }): [string, number][] => {
      const heardAt = (folding as unknown as Folding<MediaState> | null)?.state.heardAt;
      return heardAt === undefined ? [] : [[legId, heardAt]];
    }),
  );
}

/** Keeps the moments at which a leg's quality was another one. */
export async function writeMediaWindows(tx: Transaction, events: readonly QueuedEvent[]): Promise<void> {
  const windows = events.flatMap(({ id, envelope }) => {
    const window = mediaWindow(envelope);
    return window ? [{ eventId: String(id), ...window }] : [];
  });
  await upsertRows(tx, 'media_window', ['eventId'], windows);
}

const idOf = (subject: string) => subject.slice('media:'.length);

import type { LegMediaRow, LegRow, StreamFigures } from './leg';
import { isDuring, lastMoment, momentsDuring, type MediaSpan, type QualityMoment } from './quality-moments';
import { reportedId } from './stay-id';

// Media are told by leg, and a leg may be in several conferences, one after another. Each has what was measured while it was
// there. Pure.

/**
 * Where only a part of what was told of media is of these legs' stays: when, by the id under which it was told.
 *
 * @param legs all of one conference
 */
export function mediaSpans(legs: readonly LegRow[]): Map<string, MediaSpan[]> {
  if (!legs.some(isLimited)) return new Map();
  const own = new Map<string, MediaSpan[]>();
  const named = new Map<string, MediaSpan[]>();
  const add = (spans: Map<string, MediaSpan[]>, id: string, leg: LegRow) => {
    const known = spans.get(id);
    if (known) known.push(leg);
    else spans.set(id, [leg]);
  };
  for (const leg of legs) {
    add(own, reportedId(leg), leg);
    // A leg that was not moved may go on naming one that was.
    if (isLimited(leg)) for (const id of leg.relatedIds) add(named, id, leg);
  }
  // A leg's own stays say best which of its media are of them.
  const byId = new Map([...named, ...own]);
  return new Map([...byId].filter(([, spans]) => !areAll(spans)));
}

/** What of the media known by id is of this conference: as it is, but where only a part is. */
export function mediaWhileHere(
  media: ReadonlyMap<string, LegMediaRow>,
  spans: ReadonlyMap<string, readonly MediaSpan[]>,
  moments: readonly QualityMoment[],
): ReadonlyMap<string, LegMediaRow> {
  if (spans.size === 0) return media;
  const here = new Map(media);
  for (const [id, own] of spans) {
    const told = media.get(id);
    if (told) here.set(id, within(told, own, moments));
  }
  return here;
}

function within(media: LegMediaRow, spans: readonly MediaSpan[], moments: readonly QualityMoment[]): LegMediaRow {
  const told = moments.filter(({ legId }) => legId === media.legId);
  const own = spans.flatMap((span) => momentsDuring(span, told));
  const streams = (media.streams ?? []).filter((figures) => isStreamWithin(spans, figures));
  return {
    legId: media.legId,
    quality: lastMoment(own)?.quality || null,
    worstQuality: Math.max(0, ...own.map(({ quality }) => quality)) || null,
    streams: streams.length > 0 ? streams : null,
  };
}

/** Final figures are of the stay in which the stream ended: of the last one, where that is not told. */
function isStreamWithin(spans: readonly MediaSpan[], { endedAt }: StreamFigures): boolean {
  if (typeof endedAt !== 'string') return spans.some(({ mediaUntil }) => mediaUntil === null);
  return spans.some((span) => isDuring(span, new Date(endedAt)));
}

/** Whether these stays are all there were, one directly after another. */
function areAll(spans: readonly MediaSpan[]): boolean {
  const begins = spans.map(({ mediaSince }) => mediaSince?.getTime() ?? null);
  const ends = new Set(spans.map(({ mediaUntil }) => mediaUntil?.getTime() ?? null));
  return ends.has(null) && begins.includes(null) && begins.every((begin) => ends.has(begin));
}

function isLimited({ mediaSince, mediaUntil }: MediaSpan): boolean {
  return mediaSince !== null || mediaUntil !== null;
}

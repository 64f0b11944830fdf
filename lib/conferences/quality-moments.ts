import type { LegRow } from './leg';

// A node tells of quality only when it became another one (event-sink.md §3), so what was told last holds until then: also
// where the leg has gone meanwhile. Pure.

/** A moment at which the quality of what is told under this id became another one: 0 unknown, 1 good … 4 terrible. */
export interface QualityMoment {
  legId: string;
  at: Date;
  quality: number;
  /** Per cent of packets, where that is asked for; null when none were counted. */
  lostToNode?: number | null;
  lostToPerson?: number | null;
}

/** What of the media told under an id is of one stay. */
export type MediaSpan = Pick<LegRow, 'mediaSince' | 'mediaUntil' | 'disconnectedAt'>;

/**
 * How the quality was during one stay: as it was when the stay began, and what it became.
 *
 * @param moments all of one id
 */
export function momentsDuring(span: MediaSpan, moments: readonly QualityMoment[]): QualityMoment[] {
  const { mediaSince } = span;
  const inside = moments.filter(({ at }) => isDuring(span, at));
  const before = mediaSince && lastMoment(moments.filter(({ at }) => at <= mediaSince));
  return before ? [{ ...before, at: mediaSince }, ...inside] : inside;
}

/** The latest; of several at once the worst. */
export function lastMoment(moments: readonly QualityMoment[]): QualityMoment | null {
  return moments.reduce<QualityMoment | null>((last, next) => {
    const isLater = !last || next.at > last.at;
    return isLater || (next.at.getTime() === last.at.getTime() && next.quality > last.quality) ? next : last;
  }, null);
}

/**
 * How the quality changed over all of these stays, in the order of time: unknown from the end of one to the next.
 *
 * @param moments all of one id
 */
export function changesDuring(spans: readonly MediaSpan[], moments: readonly QualityMoment[]): QualityMoment[] {
  const changes = spans.flatMap((span) => {
    const end = endOf(span);
    const own = momentsDuring(span, moments).filter(({ at }) => !end || at < end);
    const last = lastMoment(own);
    const goesOn = spans.some(({ mediaSince }) => mediaSince?.getTime() === end?.getTime());
    return end && last && !goesOn ? [...own, { ...last, at: end, quality: 0 }] : own;
  });
  return changes.sort((left, right) => left.at.getTime() - right.at.getTime());
}

/** When a stay was over that another one followed, wherever that was. */
function endOf({ mediaUntil, disconnectedAt }: MediaSpan): Date | null {
  return mediaUntil && disconnectedAt && disconnectedAt < mediaUntil ? disconnectedAt : mediaUntil;
}

/** Whether something told at this time is of this stay. */
export function isDuring({ mediaSince, mediaUntil }: MediaSpan, at: Date): boolean {
  return (mediaSince === null || at >= mediaSince) && (mediaUntil === null || at < mediaUntil);
}

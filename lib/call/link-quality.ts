import type { Link } from './call-machine';
import type { LinkFigures } from './link-statistics';

export type LinkQuality = 'good' | 'weak' | 'bad';

/** What is lost beyond this is heard (weak) or no longer understood (bad); good codecs hide less. */
const LOSS = { weak: 0.03, bad: 0.1 };
/** There and back. ITU-T G.114: up to 150 ms one way goes unnoticed, beyond 400 ms people talk over each other. */
const ROUND_TRIP_MS = { weak: 300, bad: 800 };
const JITTER_MS = { weak: 50, bad: 150 };

/** How well sound and picture come through, by the worst of what is known; unknown figures say nothing. */
export function qualityOf(figures: LinkFigures | null, link: Link): LinkQuality {
  if (link !== 'steady') return 'bad';
  if (!figures) return 'good';
  const { lossIn, lossOut, roundTripMs, jitterMs } = figures;
  const exceeds = (level: 'weak' | 'bad') =>
    Math.max(lossIn ?? 0, lossOut ?? 0) > LOSS[level] ||
    (roundTripMs ?? 0) > ROUND_TRIP_MS[level] ||
    (jitterMs ?? 0) > JITTER_MS[level];
  return exceeds('bad') ? 'bad' : exceeds('weak') ? 'weak' : 'good';
}

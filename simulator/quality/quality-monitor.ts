import type { LiveConference } from '../conference/live-conference';
import { legsIn } from '../conference/legs';
import type { SinkEvent } from '../events/sink-events';
import type { MediaStats } from '../media/mixer';
import { countersOf, since, worstOf, type Quality, type StreamCounters } from './call-quality';
import { qualityWindow, type Window } from './quality-window';

/** How many earlier windows an event repeats. */
const windowsShown = 4;

interface Watched {
  quality: Quality;
  /** What a test says instead of the figures. */
  given: Quality | null;
  counters: StreamCounters[];
  windows: Window[];
  windowSince: number;
}

/** How good each media leg is, window by window. Times are Unix milliseconds. */
export class QualityMonitor {
  private readonly byLeg = new Map<string, Watched>();

  constructor(private readonly windowMs: number) {}

  of(legId: string): Quality {
    return this.byLeg.get(legId)?.quality ?? 0;
  }

  /** Has a leg be that good from now on, whatever its figures say; null goes back to them. */
  give(legId: string, given: Quality | null, now: number): void {
    // The present window ends with the next look, so that nobody has to wait for the news.
    this.byLeg.set(legId, { ...this.watch(legId, now), given, windowSince: now - this.windowMs });
  }

  /** Ends the windows that are due. Only a change of quality is news. */
  look(conferences: readonly LiveConference[], now: number): SinkEvent[] {
    const events: SinkEvent[] = [];
    const present = new Set<string>();
    for (const conference of conferences) {
      for (const { participant, leg } of legsIn(conference.state)) {
        if (!leg.hasMedia) continue;
        present.add(leg.uuid);
        const { quality: was, windows } = this.watch(leg.uuid, now);
        const latest = this.endWindow(leg.uuid, conference.stats(leg.uuid), now);
        if (!latest || latest.quality === was) continue;
        const data = qualityWindow(leg.uuid, was, windows, latest);
        events.push({ nodeIp: participant.nodeIp, event: 'participant_media_stream_window', data });
      }
    }
    for (const legId of this.byLeg.keys()) if (!present.has(legId)) this.byLeg.delete(legId);
    return events;
  }

  private watch(legId: string, now: number): Watched {
    const known = this.byLeg.get(legId);
    if (known) return known;
    const fresh: Watched = { quality: 0, given: null, counters: [], windows: [], windowSince: now };
    this.byLeg.set(legId, fresh);
    return fresh;
  }

  /** Null while the window still lasts. */
  private endWindow(legId: string, stats: MediaStats | null, now: number): Window | null {
    const watched = this.watch(legId, now);
    const lengthMs = now - watched.windowSince;
    if (lengthMs < this.windowMs) return null;
    const counters = stats ? countersOf(stats) : [];
    const streams = since(watched.counters, counters);
    // Figures are up to two seconds old: where none are new, the call is as good as it was.
    const quality = watched.given ?? (worstOf(streams) || watched.quality);
    const window: Window = { at: now, lengthMs, quality, streams };
    const windows = [...watched.windows, window].slice(-windowsShown);
    this.byLeg.set(legId, { ...watched, quality, counters, windows, windowSince: now });
    return window;
  }
}

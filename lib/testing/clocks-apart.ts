import type { EventEnvelope } from '@/lib/events/envelope';
import { seededRandom } from './sample-events';

/** As far as the clocks of nodes that keep time differ (event-sink.md §5), and more. */
const FARTHEST_SECONDS = 2;

/** The times that a node tells by its own clock. */
const TIMES = ['connect_time', 'start_time', 'end_time'];

/** What nodes tell, as if each had a clock of its own. What the reconciler finds has the time that it had. */
export function withClocksApart(events: readonly EventEnvelope[], seed: number): EventEnvelope[] {
  const random = seededRandom(seed);
  const nodes = [...new Set(events.map(({ node }) => node))];
  const ahead = new Map(nodes.map((node) => [node, Math.round((2 * random() - 1) * FARTHEST_SECONDS * 1000)]));
  return events.map((envelope) => {
    const { node, time, event, data } = envelope;
    if (event.startsWith('mayfly_')) return envelope;
    const shifted = (seconds: number) => Math.round(seconds * 1000 + ahead.get(node)!) / 1000;
    const times = TIMES.flatMap((name) => (typeof data[name] === 'number' ? [[name, shifted(data[name])]] : []));
    return { ...envelope, time: shifted(time), data: { ...data, ...Object.fromEntries(times) } };
  });
}

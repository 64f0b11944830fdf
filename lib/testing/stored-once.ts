import { EventEnvelope, unwrapBulk } from '@/lib/events/envelope';
import { dateOf } from '@/lib/events/event-order';
import type { ReceivedEvent } from '@/lib/events/sink-starts';

/**
 * Events as they are stored: every one that can be read, each once, received when it happened. The key stands for the hash
 * that is stored.
 */
export function storedOnce(bodies: readonly unknown[]): ReceivedEvent[] {
  const events = bodies.flatMap(unwrapBulk).flatMap((raw) => {
    const envelope = EventEnvelope.safeParse(raw);
    if (!envelope.success) return [];
    return [{ dedupeKey: JSON.stringify(raw), envelope: envelope.data, receivedAt: dateOf(envelope.data.time) }];
  });
  return [...new Map(events.map((event) => [event.dedupeKey, event])).values()];
}

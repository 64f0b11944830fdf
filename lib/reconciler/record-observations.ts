import { readDelivery } from '@/lib/events/read-delivery';
import { recordTogether } from '@/lib/events/record-together';
import type { Observation } from './observations';

/** A backlog of hours is stored in pieces. Even, so that who was seen and is gone is told in one. */
const AT_ONCE = 500;

/** By the way that nodes' events take, so that the rows stay what the events say. */
export async function recordObservations(observations: readonly Observation[]): Promise<void> {
  for (let start = 0; start < observations.length; start += AT_ONCE) {
    const bulk = { event: 'eventsink_bulk', data: observations.slice(start, start + AT_ONCE) };
    await recordTogether(readDelivery(JSON.stringify(bulk), 'reconciler'));
  }
}

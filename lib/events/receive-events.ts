import { unauthorized } from '@/lib/auth/node-credentials';
import { captureRequest } from '@/lib/capture/capture-request';
import { causeInWords } from '@/lib/db/prisma-errors';
import { recordRefusal } from '@/lib/decisions/record-decisions';
import { jsonWire, type WireRequest, type WireResponse } from '@/lib/http/wire';
import { bytesDelivery, cutDelivery, isJson, readDelivery, type DeliveredEvent } from './read-delivery';
import { recordTogether } from './record-together';
import { mayReport } from './sink-credentials';

/** The sink's address as it is kept and logged: what follows it may be a secret. */
export const EVENTS_PATH = '/api/events';

/**
 * The event sink: `POST /api/events` with Basic credentials, or `POST /api/events/<secret>`; one event or a bulk of them.
 * Answers 200 once everything is stored, and also for what it does not understand; 503 only when storing failed, so that
 * the node sends it again (event-sink.md §1).
 *
 * @param pathSecret what followed `/api/events/`; the request's own path must not hold it, for that is captured
 */
export async function receiveEvents(request: WireRequest, pathSecret: string | null = null): Promise<WireResponse> {
  const response = await receive(request, pathSecret);
  const { method, path, query, body } = request;
  // Who has no credentials is counted and not kept: a stranger must not be able to fill what support wants to see.
  if (response !== unauthorized) captureRequest('events', { method, path, query, status: response.status, body });
  return response;
}

/** Of what is neither JSON nor text all is kept, so that it can be recovered: as letters it would have lost some of its bytes. */
function deliveryOf({ body, original }: WireRequest): DeliveredEvent[] {
  return original !== undefined && !isJson(body) ? [bytesDelivery(original)] : readDelivery(body);
}

async function receive(request: WireRequest, pathSecret: string | null): Promise<WireResponse> {
  if (!mayReport({ authorization: request.authorization, pathSecret })) {
    recordRefusal({ at: new Date(), door: 'events', address: request.address });
    return unauthorized;
  }
  if (request.method !== 'POST') {
    return jsonWire(405, { status: 405, code: 'method-not-allowed', title: 'Events are POSTed' }, { Allow: 'POST' });
  }
  const events = request.isCut ? [cutDelivery(request.body)] : deliveryOf(request);
  try {
    await recordTogether(events);
  } catch (error) {
    console.error(`event sink: could not store ${events.length} event(s): ${causeInWords(error)}`);
    return jsonWire(503, { status: 503, code: 'not-stored', title: 'Not stored; send it again' });
  }
  return jsonWire(200, { status: 'success' });
}

import { basicAuthorization } from '../http/basic-auth';
import type { EventSink } from './event-sink';
import type { Envelope } from './sink-message';

/** Posts one message. False is every outcome that a node repeats: no answer in time, none at all, or not 2xx. */
export async function postMessage(
  { url, credentials }: EventSink,
  message: Envelope,
  timeoutMs: number,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: basicAuthorization(credentials) },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.arrayBuffer(); // frees the connection for the next event
    return response.ok;
  } catch {
    return false;
  }
}

import { z } from 'zod';
import { settings } from '@/lib/config/env';
import { targetRule } from './allowed-target';
import { claimNext, noteTry, putOff, type ClaimedDelivery } from './delivery-store';
import { FACTS_LOOK_MS } from './meeting-happenings';
import { nextStep } from './next-step';
import { postMessage } from './post-message';
import { signatureHeaders } from './signature';
import { settleFacts } from './webhook-event-store';

/** Tries the next delivery to a webhook once, and notes what came of it. False when there is none whose time has come. */
export async function deliverNext(webhookId: string): Promise<boolean> {
  const claimed = await claimNext(webhookId);
  if (claimed) await deliver(claimed);
  return claimed !== null;
}

async function deliver(claimed: ClaimedDelivery): Promise<void> {
  if (!claimed.isEnabled) {
    const step = { kind: 'failed', isGone: false, problem: 'The webhook was off, so it was not sent.' } as const;
    return noteTry(claimed, step, { status: null, latencyMs: null });
  }
  const known = await payloadToSend(claimed);
  if (!known.isSettled) return putOff(claimed, FACTS_LOOK_MS);
  const body = JSON.stringify(known.payload);
  const headers = signatureHeaders(claimed.secrets, claimed.eventId, body, new Date());
  const posted = await postMessage({ url: claimed.url, body, headers }, targetRule(settings()));
  const status = posted.kind === 'answered' ? posted.status : null;
  await noteTry(claimed, nextStep(posted, claimed.attempts, Math.random()), { status, latencyMs: posted.latencyMs });
}

const OfMeeting = z.object({ meeting: z.object({ alias: z.string() }), facts: z.unknown().optional() });

/** What a call came to is known only when everybody was reported as gone, which is after the end was announced. */
async function payloadToSend({ type, eventId, at, payload, claimedAt }: ClaimedDelivery) {
  if (type !== 'meeting.ended') return { isSettled: true as const, payload };
  const { meeting, facts } = OfMeeting.parse(payload);
  return facts ? { isSettled: true as const, payload } : settleFacts(eventId, meeting.alias, at, claimedAt);
}

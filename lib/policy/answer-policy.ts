import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { checkBasic, unauthorized } from '@/lib/auth/node-credentials';
import { settings } from '@/lib/config/env';
import { jsonWire, type WireRequest, type WireResponse } from '@/lib/http/wire';
import { dialledAlias, isOurs, isWellFormed } from '@/lib/meetings/alias';
import { decideParticipant, refuseAfterEnd, type ParticipantDecision } from './decide-participant';
import { decideServiceConfiguration, type DialledMeeting } from './decide-service-configuration';
import { readParticipantRequest, readServiceRequest, type ParticipantRequest } from './policy-request';
import { cannotDecide, noOpinion, writeParticipantDecision, writeServiceDecision } from './policy-response';
import { findPolicyMeeting, findPolicyTicket, findWindow, takeUse } from './policy-store';

/** A node gives up after five seconds (policy-api.md §1, L); we say that we cannot answer well before. */
const DEADLINE_MS = 2_000;

/**
 * Answers a policy request of a Conferencing Node. Never throws, never HTML, never a redirect: a node that cannot read
 * an answer falls back to its own configuration without a word.
 */
export async function answerPolicy(request: WireRequest): Promise<WireResponse> {
  const { username, password } = settings().policy;
  if (!checkBasic(request.authorization, username, password)) return unauthorized;
  if (request.method !== 'GET') return jsonWire(405, { status: 'failed' }, { Allow: 'GET' });
  const decisionId = `d_${randomBytes(9).toString('base64url')}`;
  try {
    return await withinDeadline(answerByType(request, decisionId));
  } catch (error) {
    console.error(`policy ${decisionId}: ${error instanceof Error ? error.message : 'unknown failure'}`);
    return cannotDecide(decisionId);
  }
}

async function answerByType(request: WireRequest, decisionId: string): Promise<WireResponse> {
  const now = new Date();
  switch (policyPath(request.path)) {
    case 'service/configuration': {
      const dialled = await findDialled(readServiceRequest(request.query).localAlias);
      return writeServiceDecision(decideServiceConfiguration(dialled, now), decisionId);
    }
    case 'participant/properties':
      return writeParticipantDecision(
        await decideOnParticipant(readParticipantRequest(request.query), now),
        decisionId,
      );
    default:
      return noOpinion(decisionId);
  }
}

/** What follows `/policy/v1/`, however many slashes came with it: a node would not follow a redirect to a tidier path. */
function policyPath(path: string): string {
  const tidy = path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return tidy.slice(tidy.indexOf('/policy/v1/') + '/policy/v1/'.length);
}

async function findDialled(localAlias: string): Promise<DialledMeeting> {
  const alias = dialledAlias(localAlias);
  const { aliasPrefix } = settings();
  if (!alias || !isOurs(alias, aliasPrefix)) return { isOurs: false };
  return { isOurs: true, meeting: isWellFormed(alias, aliasPrefix) ? await findPolicyMeeting(alias) : null };
}

async function decideOnParticipant(request: ParticipantRequest, now: Date): Promise<ParticipantDecision> {
  const meetingId = z.uuid().safeParse(request.serviceTag);
  const refusal = meetingId.success ? refuseAfterEnd(await findWindow(meetingId.data), now) : null;
  return refusal ?? decideByTicket(request, now);
}

async function decideByTicket(request: ParticipantRequest, now: Date): Promise<ParticipantDecision> {
  const callTag = z.uuid().safeParse(request.callTag);
  const ticket = callTag.success ? await findPolicyTicket(callTag.data) : null;
  const fingerprint = fingerprintOf(request);
  const decision = decideParticipant(ticket, { meetingId: request.serviceTag, fingerprint }, now);
  if (decision.action !== 'honour' || (await takeUse(decision.ticket, fingerprint, now))) return decision;
  return { action: 'continue', reason: 'ticket was used at this moment by someone else' };
}

/** What both legs of one browser have in common and another caller would have to guess; hashed, being personal. */
function fingerprintOf({ remoteAddress, remoteAlias, vendor }: ParticipantRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([remoteAddress, remoteAlias, vendor]))
    .digest('hex');
}

function withinDeadline(answer: Promise<WireResponse>): Promise<WireResponse> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), DEADLINE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

import { randomUUID } from 'node:crypto';
import { checkBasic, unauthorized } from '@/lib/auth/node-credentials';
import { captureRequest } from '@/lib/capture/capture-request';
import { maskStreamKeys } from '@/lib/capture/stream-keys';
import { settings } from '@/lib/config/env';
import { DatabaseAway } from '@/lib/db/reachable';
import { isDatabaseUnreachable } from '@/lib/db/prisma-errors';
import type { Decision } from '@/lib/decisions/decision';
import { recordDecision, recordRefusal } from '@/lib/decisions/record-decisions';
import { recovering, whenThere, type NowOrLater } from '@/lib/now-or-later';
import { jsonWire, type WireRequest, type WireResponse } from '@/lib/http/wire';
import { recordStray } from '@/lib/strays/record-strays';
import { TookTooLong } from './deadline';
import { decidePolicy } from './decide-policy';
import { tellRelease } from './older-nodes';
import type { PolicyAnswer } from './policy-answer';
import { readQuestion, type PolicyQuestion } from './policy-question';
import { cannotDecide, writeAnswer } from './policy-response';
import { liveSources } from './real-sources';

/**
 * Answers a policy request of a Conferencing Node. Never throws, never HTML, never a redirect: a node that cannot read
 * an answer falls back to its own configuration without a word.
 */
export function answerPolicy(request: WireRequest): NowOrLater<WireResponse> {
  const { username, password } = settings().policy;
  const { path, address } = request;
  if (!checkBasic(request.authorization, username, password)) {
    if (request.authorization) recordRefusal({ at: new Date(), door: 'policy', address });
    else recordStray({ at: new Date(), kind: 'no-credentials', path: '', address });
    return unauthorized;
  }
  if (request.method !== 'GET') {
    recordStray({ at: new Date(), kind: 'method', path: `${request.method} ${path}`, address });
    return jsonWire(405, { status: 'failed' }, { Allow: 'GET' });
  }
  const question = readQuestion(belowOurUrl(path), request.query);
  if (question.request === 'unknown' && !isDeprecated(path))
    recordStray({ at: new Date(), kind: 'path', path, address });
  return whenThere(answerQuestion(question, request.query), (response) => {
    const { method, path, query } = request;
    captureRequest('policy', { method, path, query, status: response.status });
    return response;
  });
}

function answerQuestion(question: PolicyQuestion, asked: string): NowOrLater<WireResponse> {
  const startedAt = performance.now();
  const now = new Date();
  const id = randomUUID();
  tellRelease(question.caller.version, now.getTime());
  return recovering(
    () =>
      whenThere(decidePolicy(question, liveSources, now), (answer) => {
        const response = writeAnswer(answer, id);
        record({ id, at: now, asked }, startedAt, question, answer);
        return response;
      }),
    (error) => {
      const reason = reasonOfFailure(error);
      // An outage is said once, where it is noticed, and not again for every caller.
      if (!(error instanceof DatabaseAway)) console.error(`policy ${id}: ${reason}:`, error);
      record({ id, at: now, asked }, startedAt, question, failed(question.caller.localAlias, reason));
      return cannotDecide(reason, id);
    },
  );
}

const failed = (alias: string, reason: string) => ({ alias, meetingId: null, outcome: 'failed' as const, reason });

function record(
  { id, at, asked }: Pick<Decision, 'id' | 'at' | 'asked'>,
  startedAt: number,
  { request, caller }: PolicyQuestion,
  { alias, meetingId, outcome, reason, settingsId }: Omit<PolicyAnswer, 'content'>,
): void {
  // Six kinds are asked; whatever else somebody tries below our URL is no decision.
  if (request === 'unknown') return;
  // Written out: an object made by spreading another costs three times as much as all the rest of a record.
  recordDecision({
    id,
    at,
    asked,
    request,
    alias: maskStreamKeys(alias),
    meetingId,
    location: caller.location,
    node: caller.node,
    version: caller.version,
    protocol: caller.protocol,
    // A stream's address has its key in it.
    callerAlias: maskStreamKeys(caller.remoteAlias),
    caller: maskStreamKeys(caller.displayName || caller.remoteAlias),
    outcome,
    reason,
    settingsId: settingsId ?? null,
    latencyUs: Math.round((performance.now() - startedAt) * 1000),
  });
}

function reasonOfFailure(error: unknown): string {
  if (error instanceof TookTooLong) return 'it took too long';
  return error instanceof DatabaseAway || isDatabaseUnreachable(error) ? 'database not reachable' : 'an error of ours';
}

/**
 * What follows `/policy/v1/`, however many slashes come between; below `/api/policy`, or at the root, for a profile whose URL is
 * our bare address means us too. Empty when something else stands before it.
 */
function belowOurUrl(path: string): string {
  const below = path.replace(/^\/+api\/+policy(?=\/)/i, '');
  const isOurs = below !== path || /^\/+policy\//.test(path);
  return (isOurs && /\/policy\/+v1\/+(.*)$/.exec(below)?.[1]) || '';
}

/** Asked for by nodes with a right profile too (policy-api.md §2). */
function isDeprecated(path: string): boolean {
  return /\/participant\/+audioavatar(\/|$)/.test(path);
}

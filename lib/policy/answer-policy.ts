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
import { TookTooLong } from './deadline';
import { decidePolicy } from './decide-policy';
import type { PolicyAnswer } from './policy-answer';
import { readQuestion, type PolicyQuestion } from './policy-question';
import { cannotDecide, writeAnswer } from './policy-response';
import { liveSources } from './policy-sources';
import { noteRelease } from './releases-seen';

/**
 * Answers a policy request of a Conferencing Node. Never throws, never HTML, never a redirect: a node that cannot read
 * an answer falls back to its own configuration without a word.
 */
export function answerPolicy(request: WireRequest): NowOrLater<WireResponse> {
  const { username, password } = settings().policy;
  if (!checkBasic(request.authorization, username, password)) {
    recordRefusal({ at: new Date(), door: 'policy', address: request.address });
    return unauthorized;
  }
  if (request.method !== 'GET') return jsonWire(405, { status: 'failed' }, { Allow: 'GET' });
  const question = readQuestion(belowOurUrl(request.path), request.query);
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
  noteRelease(question.caller.version, now.getTime());
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
  one: Pick<Decision, 'id' | 'at' | 'asked'>,
  startedAt: number,
  { request, caller }: PolicyQuestion,
  { alias, meetingId, outcome, reason, settingsId }: Omit<PolicyAnswer, 'content'>,
): void {
  // Six kinds are asked; whatever else somebody tries below our URL is no decision.
  if (request === 'unknown') return;
  recordDecision({
    ...one,
    request,
    alias: maskStreamKeys(alias),
    meetingId,
    location: caller.location,
    node: caller.node,
    version: caller.version,
    protocol: caller.protocol,
    // A stream's address has its key in it.
    callerAlias: maskStreamKeys(caller.remoteAlias),
    caller: caller.displayName || maskStreamKeys(caller.remoteAlias),
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

/** What follows `/policy/v1/`, however many slashes come between. */
function belowOurUrl(path: string): string {
  return /\/policy\/+v1\/+(.*)$/.exec(path.replace(/^\/+api\/+policy/, ''))?.[1] ?? '';
}

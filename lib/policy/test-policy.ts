import { randomUUID } from 'node:crypto';
import { checkAnswerNames, type AnswerNames } from './check-answer-names';
import { decidePolicy } from './decide-policy';
import type { Outcome } from './policy-answer';
import { readQuestion, type RequestType } from './policy-question';
import { writeAnswer } from './policy-response';
import { trialSources } from './real-sources';

/** A question typed in at the desk. */
export interface Trial {
  type: RequestType;
  /** By the names a node would send them; `alias` is the path's, for an avatar or a registration. */
  parameters: Record<string, string>;
  /** The moment at which it is asked: now, or any other. */
  at: Date;
}

export interface TrialResult {
  status: number;
  outcome: Outcome;
  reason: string;
  /** What a node would get, PINs and passwords masked; null when there is no JSON in it. */
  answer: unknown;
  /** A picture's size in bytes. */
  pictureBytes: number | null;
  names: AnswerNames;
}

const PATHS: Record<RequestType, (alias: string) => string> = {
  service: () => 'service/configuration',
  participant: () => 'participant/properties',
  location: () => 'participant/location',
  avatar: (alias) => `participant/avatar/${encodeURIComponent(alias)}`,
  directory: () => 'registrations',
  registration: (alias) => `registrations/${encodeURIComponent(alias)}`,
};

/**
 * Asks the function that answers nodes, without leaving a trace: nothing is recorded, no ticket is used up, no conference's
 * home is settled.
 *
 * @throws DatabaseAway
 */
export async function testPolicy({ type, parameters, at }: Trial): Promise<TrialResult> {
  const { alias = '', ...query } = parameters;
  const question = readQuestion(PATHS[type](alias), new URLSearchParams(query).toString());
  const { outcome, reason, content, ...about } = await decidePolicy(question, trialSources, at);
  const { status, body } = writeAnswer({ outcome, reason, content, ...about }, randomUUID());
  const isJson = typeof body === 'string' && body !== '';
  const answer: unknown = isJson ? JSON.parse(body, masked) : null;
  const pictureBytes = typeof body === 'string' ? null : body.length;
  return { status, outcome, reason, answer, pictureBytes, names: await checkAnswerNames(answer) };
}

const SECRETS = new Set(['pin', 'guest_pin', 'password']);

function masked(key: string, value: unknown): unknown {
  return SECRETS.has(key) && value !== '' ? '••••' : value;
}

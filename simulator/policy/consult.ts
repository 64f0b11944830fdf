import type { Log } from '../log';
import { askPolicy, type GoodAnswer, type PolicyParameters, type PolicyProfile } from './ask-policy';
import type { OwnDatabase } from './own-database';
import { detailOf, type PolicyRecord, type Question, type Reading } from './policy-record';

export interface PolicySurroundings {
  profile: PolicyProfile;
  database: OwnDatabase;
  log: Log;
  /** Is told of every question that was put, once it is answered. */
  onAsked?(record: PolicyRecord): void;
}

export interface Query {
  question: Question;
  path: string;
  parameters: PolicyParameters;
  /** What the node does without an answer, for the log. */
  otherwise: string;
}

/** Tells log and listener of one answered question. Results and parameters stay out of the log: they hold secrets. */
export function report(
  { log, onAsked, profile }: PolicySurroundings,
  { question, path, parameters, otherwise }: Query,
  answer: Pick<PolicyRecord, 'status' | 'action' | 'result'>,
  reading: Reading<unknown>,
): void {
  const about = `policy ${String(parameters.node_ip)} ${question}`;
  if (reading.verdict === 'void') {
    log(`${about}: Invalid value for configuration item ${reading.field}, ${otherwise}`);
  }
  // 404 is how policy says that it has no opinion; only of a service is that worth a line.
  const isCustomary = reading.verdict === 'failed' && (profile.url === null || reading.why === 'HTTP 404');
  if (reading.verdict === 'failed' && (!isCustomary || question === 'service configuration')) {
    log(`${about}: ${reading.why}, ${otherwise}`);
  }
  if (profile.url === null) return;
  onAsked?.({ question, path, parameters, ...answer, verdict: reading.verdict, detail: detailOf(reading) });
}

/** Asks, reads what comes back with `read`, and reports both. Never rejects. */
export async function consult<T>(
  surroundings: PolicySurroundings,
  query: Query,
  read: (answer: GoodAnswer) => Reading<T>,
): Promise<Reading<T>> {
  const asked = await askPolicy(surroundings.profile, query.path, query.parameters);
  const reading: Reading<T> = asked.type === 'none' ? { verdict: 'failed', why: asked.why } : read(asked.answer);
  const { action, result } = asked.type === 'none' ? { action: undefined, result: undefined } : asked.answer;
  report(surroundings, query, { status: asked.status, action: action ?? null, result: result ?? null }, reading);
  return reading;
}

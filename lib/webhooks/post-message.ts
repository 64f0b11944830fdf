import { lookup as resolve, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { mayReach, ruleFor, targetProblem, type TargetRule } from './allowed-target';

export interface Message {
  url: string;
  body: string;
  headers: Record<string, string>;
}

/** Any status is an answer. `problem` is a sentence for the desk. */
export type Posted =
  { kind: 'answered'; status: number; latencyMs: number } | { kind: 'unanswered'; problem: string; latencyMs: number };

/** For everything, from looking up the name to the answer's last byte. */
export const TIMEOUT_MS = 10_000;
/** The answer says nothing to us but its status. It is let finish when it is short, and cut off when it is not. */
const LONGEST_ANSWER = 4 * 1024;

/**
 * Sends one message, once. Follows no redirect, and connects to nothing that `rule` forbids: the very address that was
 * checked is the one that is connected to, so a name that changes in between gains nothing. Never rejects.
 */
export async function postMessage(message: Message, rule: TargetRule, timeoutMs = TIMEOUT_MS): Promise<Posted> {
  const begun = performance.now();
  const latencyMs = () => Math.round(performance.now() - begun);
  const url = new URL(message.url);
  // Rules may be stricter now than when it was saved; and an address that stands in the URL itself is never looked up.
  const forbidden = targetProblem(url, rule);
  if (forbidden) return { kind: 'unanswered', problem: `Its address ${forbidden}.`, latencyMs: 0 };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await answerTo(url, message, rule, signal);
    const answered = { kind: 'answered', status: response.statusCode ?? 0, latencyMs: latencyMs() } as const;
    await letFinish(response);
    return answered;
  } catch (error) {
    const words = signal.aborted ? `No answer within ${timeoutMs / 1000} seconds.` : problemOf(error);
    return { kind: 'unanswered', problem: words, latencyMs: latencyMs() };
  }
}

function answerTo(url: URL, { body, headers }: Message, rule: TargetRule, signal: AbortSignal) {
  return new Promise<http.IncomingMessage>((resolveAnswer, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'Mayfly-Webhooks',
        ...headers,
      },
      // A connection of its own: what is kept open could have been opened under other rules.
      agent: false,
      lookup: checkedLookup(ruleFor(url, rule)),
      signal,
    });
    sent.on('response', resolveAnswer);
    // Also after the answer has begun, when nobody waits for it any more.
    sent.on('error', reject);
    sent.end(body);
  });
}

class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

/** Every address of the name has to be allowed, or an attacker would only have to wait for the right one's turn. */
export function checkedLookup(rule: TargetRule): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, []);
      if (!addresses.every(({ address }) => mayReach(address, rule))) return callback(new ForbiddenAddress(), []);
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

async function letFinish(response: http.IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of response) {
      size += (chunk as Buffer).length;
      // Leaving the loop closes the connection.
      if (size > LONGEST_ANSWER) break;
    }
  } catch {
    // Whatever becomes of the rest: the status had arrived.
  }
}

const FORBIDDEN = 'Its address is not reached from the internet, so nothing is sent to it.';

const PROBLEMS: Record<string, string> = {
  ENOTFOUND: 'There is no host of that name.',
  EAI_AGAIN: 'The name of the host could not be looked up.',
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was closed before there was an answer.',
  EHOSTUNREACH: 'The host cannot be reached.',
  ENETUNREACH: 'The host cannot be reached.',
  ETIMEDOUT: 'The host cannot be reached.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
};

function problemOf(error: unknown): string {
  if (error instanceof ForbiddenAddress) return FORBIDDEN;
  const code = codeOf(error);
  const known = PROBLEMS[code];
  if (known) return known;
  if (/CERT|SIGNATURE|ISSUER/.test(code)) return `Its certificate is not trusted (${code}).`;
  return code === '' ? 'The connection failed.' : `The connection failed (${code}).`;
}

/** Where several addresses were tried, the reason of the first. */
function codeOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code: unknown = first instanceof Error && 'code' in first ? first.code : '';
  return typeof code === 'string' ? code : '';
}

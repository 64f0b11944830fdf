import { unescape as unescapeTolerant } from 'node:querystring';
import { storableText } from '@/lib/events/canonical-json';
import { hasStreamAddress, MASK, maskStreamKeys } from './stream-keys';

/** A request as it came, and how it was answered. */
export interface RequestContent {
  method: string;
  /** As received, still percent-encoded. */
  path: string;
  /** What follows the `?`, as received. */
  query: string;
  status: number;
  /** Events, as received; policy requests have none. */
  body?: string;
}

/** What is kept of it: the body parsed, so that its secrets could be found. */
export interface CapturedContent extends Omit<RequestContent, 'body'> {
  body?: unknown;
}

/** Keys whose values nobody else may read, wherever they stand: better one too many than one too few. */
const SECRET_KEY = /pass(word|code|phrase|wd)|pin|token|secret|authorization|credential/i;
/** Our ticket: who has all of it may join in its holder's name. */
const TICKET_KEY = /^call_tag$/i;
const SHOWN_OF_TICKET = 8;
/** Deeper than anything of Infinity's; beyond, we and Postgres would run out of stack. */
const DEEPEST = 32;
/** A bulk of a few hundred events. */
const LARGEST_BODY = 1024 * 1024;

/**
 * The same content without anything that admits somebody: passwords, PINs, tokens, passcodes, tickets but for their first
 * eight characters, and stream keys. Our own aliases stay: agents see them anyway. Pure; never throws.
 */
export function withoutSecrets(content: RequestContent): CapturedContent {
  const { method, path, query, status, body } = content;
  return {
    method: storableText(method),
    path: withoutStreamKeys(storableText(path)),
    query: query.split('&').map(withoutSecret).join('&'),
    status,
    ...(body === undefined ? {} : { body: cleanBody(body) }),
  };
}

/** One `key=value` of a query, kept as it was written unless it holds a secret. */
function withoutSecret(written: string): string {
  const pair = storableText(written);
  const equals = pair.indexOf('=');
  if (equals < 0) return withoutStreamKeys(pair);
  const key = pair.slice(0, equals);
  const value = pair.slice(equals + 1);
  const name = decode(key);
  if (value === '') return withoutStreamKeys(pair);
  if (SECRET_KEY.test(name)) return `${withoutStreamKeys(key)}=${MASK}`;
  if (TICKET_KEY.test(name.trim())) return `${key}=${shortTicket(decode(value))}`;
  return `${withoutStreamKeys(key)}=${withoutStreamKeys(value)}`;
}

/** An encoded text with a stream address in it is kept in plain, since only there the key can be told from the rest. */
function withoutStreamKeys(encoded: string): string {
  const plain = decode(encoded);
  return hasStreamAddress(plain) ? storableText(maskStreamKeys(plain)) : encoded;
}

/** As nodes encode: `+` is a space, and a broken escape is taken as it is written (policy-api.md §3). */
function decode(encoded: string): string {
  return unescapeTolerant(encoded.replaceAll('+', ' '));
}

function cleanBody(body: string): unknown {
  if (body.length > LARGEST_BODY) return `left out: ${body.length} characters`;
  try {
    return cleanValue(JSON.parse(body), 0);
  } catch {
    // Without keys nothing tells a secret from the rest.
    return `left out: ${body.length} characters that are no JSON`;
  }
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storableText(maskStreamKeys(storableText(value)));
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return 'left out: nested too deep';
  if (Array.isArray(value)) return value.map((entry) => cleanValue(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [cleanText(key), cleanEntry(key, entry, depth)]),
  );
}

function cleanEntry(key: string, value: unknown, depth: number): unknown {
  const isEmpty = value === null || value === '' || typeof value === 'boolean';
  if (SECRET_KEY.test(key)) return isEmpty ? value : MASK;
  if (TICKET_KEY.test(key.trim()) && !isEmpty) return typeof value === 'string' ? shortTicket(value) : MASK;
  return cleanValue(value, depth + 1);
}

function cleanText(text: string): string {
  return storableText(maskStreamKeys(storableText(text)));
}

function shortTicket(ticket: string): string {
  const text = storableText(ticket);
  return text.length > SHOWN_OF_TICKET
    ? cleanText(`${[...text].slice(0, SHOWN_OF_TICKET).join('')}…`)
    : cleanText(text);
}

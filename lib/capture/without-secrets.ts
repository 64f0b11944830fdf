import { storableText } from '@/lib/db/storable-text';
import { isSecretKey, isTicketKey } from './secret-keys';
import { maskEverywhere, shortTicket } from './secrets-in-text';
import { MASK } from './stream-keys';
import { decodeEscapes } from './decode-escapes';

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

/** Deeper than anything of Infinity's; beyond, we and Postgres would run out of stack. */
const DEEPEST = 32;
/** A bulk of a few hundred events. */
const LARGEST_BODY = 1024 * 1024;

/**
 * The same content without anything that admits somebody: passwords, PINs, tokens, passcodes, tickets but for their first
 * eight characters, stream keys, and passwords in addresses. Our own aliases stay: agents see them anyway. Pure; never throws.
 */
export function withoutSecrets(content: RequestContent): CapturedContent {
  const { method, path, query, status, body } = content;
  return {
    method: storableText(method),
    path: cleanEncoded(storableText(path)),
    query: queryWithoutSecrets(query),
    status,
    ...(body === undefined ? {} : { body: cleanBody(body) }),
  };
}

/** The same of a query alone, as received. */
export function queryWithoutSecrets(query: string): string {
  return query.split('&').map(withoutSecret).join('&');
}

/** One `key=value` of a query, kept as it was written unless it holds a secret. */
function withoutSecret(written: string): string {
  const pair = storableText(written);
  const equals = pair.indexOf('=');
  if (equals < 0) return cleanEncoded(pair);
  const key = pair.slice(0, equals);
  const value = pair.slice(equals + 1);
  const name = decode(key);
  if (value === '') return cleanEncoded(pair);
  if (isSecretKey(name)) return `${cleanEncoded(key)}=${MASK}`;
  if (isTicketKey(name)) return `${cleanEncoded(key)}=${cleanText(shortTicket(decode(value)))}`;
  return `${cleanEncoded(key)}=${cleanEncoded(value)}`;
}

/** Text without a mark of an address, a pair or an encoding: nothing can be hidden in it, and most values are such. */
const PLAIN = /^[\w.\-+~*!()]*$/;

/** An encoded text with a secret in it is kept in plain, since only there the secret can be told from the rest. */
function cleanEncoded(encoded: string): string {
  if (PLAIN.test(encoded)) return encoded;
  const plain = encoded.replaceAll('+', ' ');
  const cleaned = maskEverywhere(plain);
  return cleaned === plain ? encoded : storableText(cleaned);
}

/** As nodes encode: `+` is a space, and a broken escape is taken as it is written (policy-api.md §3). */
function decode(encoded: string): string {
  return decodeEscapes(encoded.replaceAll('+', ' '));
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
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return 'left out: nested too deep';
  if (Array.isArray(value)) return value.map((entry) => cleanValue(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [cleanText(key), cleanEntry(key, entry, depth)]),
  );
}

function cleanEntry(key: string, value: unknown, depth: number): unknown {
  const isEmpty = value === null || value === '' || typeof value === 'boolean';
  if (isSecretKey(key)) return isEmpty ? value : MASK;
  if (isTicketKey(key) && !isEmpty) return typeof value === 'string' ? cleanText(shortTicket(value)) : MASK;
  return cleanValue(value, depth + 1);
}

function cleanText(text: string): string {
  return storableText(maskEverywhere(storableText(text)));
}

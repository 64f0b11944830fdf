import { unescape as unescapeTolerant } from 'node:querystring';
import { cutText } from '@/lib/db/cut-text';
import { queryReader, type QueryReader } from '@/lib/http/query-reader';
import { ReadCaller } from './read-caller';

// What a node asks, read loosely: no parameter is guaranteed, and keys come and go between versions (policy-api.md §3).

/** What every question may say about the call and about the node that asks. */
export interface Caller {
  /** System location of the asking node; may be empty. */
  location: string;
  node: string;
  version: string;
  /** api, webrtc, sip, h323 …; empty when there is no call, as in a directory search. */
  protocol: string;
  direction: string;
  /** What made the node ask. */
  trigger: string;
  /** What was dialled, as dialled. */
  localAlias: string;
  /** The caller, unauthenticated: a SIP address, or just the name somebody typed. */
  remoteAlias: string;
  displayName: string;
  address: string;
  vendor: string;
  isRegistered: boolean;
  /** Our ticket, when the caller came through one of our pages; anybody's text otherwise. */
  callTag: string;
  /** The service tag that our own service configuration gave: the meeting's id. */
  serviceTag: string;
}

export type PolicyQuestion = { caller: Caller } & (
  | { request: 'service'; isBreakout: boolean }
  | { request: 'participant' }
  | { request: 'location' }
  | { request: 'avatar'; alias: string; width: number; height: number }
  | { request: 'directory'; q: string; limit: number; askingAlias: string }
  | { request: 'registration'; alias: string; isSingleSignOn: boolean }
  /** Something below our URL that is none of the six. */
  | { request: 'unknown' }
);

export type RequestType = Exclude<PolicyQuestion['request'], 'unknown'>;

/** Longer than any value of Infinity's own; what is beyond is somebody's experiment. */
const LONGEST_VALUE = 2_000;
/** What a roster draws when the node does not say. */
const USUAL_PICTURE = 100;
/** A directory search always asks for ten (policy-api.md §3, D). */
const USUAL_ENTRIES = 10;

/** @param path what follows `/policy/v1/`, still percent-encoded */
export function readQuestion(path: string, query: string): PolicyQuestion {
  const read = reader(query);
  const caller = new ReadCaller(read);
  // Doubled and closing slashes are left alone everywhere: a node follows no redirect to a tidier path.
  const [, type = '', alias = ''] = /^(participant\/+avatar|registrations)\/+([^/].*)$/.exec(path) ?? [];
  if (type.startsWith('participant')) {
    const [width, height] = [number(read('width'), USUAL_PICTURE), number(read('height'), USUAL_PICTURE)];
    return { request: 'avatar', caller, alias: decodeAlias(alias), width, height };
  }
  if (type) {
    // The documentation's example has double quotes round the value (policy-api.md §3).
    const isSingleSignOn = read('auth_type').replaceAll('"', '') === 'sso';
    return { request: 'registration', caller, alias: decodeAlias(alias), isSingleSignOn };
  }
  switch (path.replace(/\/{2,}/g, '/').replace(/\/$/, '')) {
    case 'service/configuration':
      return { request: 'service', caller, isBreakout: isBreakout(read) };
    case 'participant/properties':
      return { request: 'participant', caller };
    case 'participant/location':
      return { request: 'location', caller };
    case 'registrations':
      return {
        request: 'directory',
        caller,
        q: read('q'),
        limit: number(read('limit'), USUAL_ENTRIES, 0),
        askingAlias: read('registration_alias'),
      };
    default:
      return { request: 'unknown', caller };
  }
}

/** A look-up for a room of its own within a conference, by either of its marks (policy-api.md §3). */
function isBreakout(read: QueryReader): boolean {
  return read('breakout_uuid') !== '' || /_breakout_[0-9a-f-]{36}$/i.test(read('service_name'));
}

/** The first value of a key, without what Postgres cannot store. */
function reader(query: string): QueryReader {
  const read = queryReader(query);
  return (key) => clean(read(key));
}

/** Decoded exactly once, and where an escape is broken taken as it is written; a `+` in a path is a plus, not a space (policy-api.md §3, L). */
function decodeAlias(encoded: string): string {
  return clean(unescapeTolerant(withoutClosingSlashes(encoded)));
}

function clean(text: string): string {
  const short = cutText(text, LONGEST_VALUE);
  return short.includes('\0') ? short.replaceAll('\0', '') : short;
}

/** By hand: the regular expression for it takes quadratic time over many slashes in the middle. */
function withoutClosingSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}

/** A whole number, no smaller than `least`; what is none at all counts as not given. */
function number(text: string, fallback: number, least = 1): number {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? fallback : Math.max(least, Math.floor(value));
}

import { serviceComplaint } from './infinity-service-rules';

// How a Conferencing Node reads the answer to each kind of request, written down a second time from policy-api.md §1 and §5
// to §8, so that a mistake in our own rules does not hide itself in the tests.

export type Asked = 'service' | 'participant' | 'location' | 'avatar' | 'directory' | 'registration';

type Fields = Record<string, unknown>;

/** What was asked for, where the answer has to fit it. */
export interface AskedFor {
  limit?: number;
  width?: number;
  height?: number;
}

/** What a node would complain about; null when it takes the answer as it was meant. */
export function complaint(
  asked: Asked,
  status: number,
  contentType: string | null,
  bytes: string | Buffer,
  askedFor: AskedFor = {},
): string | null {
  const body = bytes.toString();
  if (status === 404) {
    if (asked !== 'location' && asked !== 'avatar') return 'no answer where there has to be one';
    return asked === 'avatar' && body !== '' ? 'a 404 for an avatar has a body' : null;
  }
  if (status !== 200) return `status ${status}`;
  if (asked === 'avatar') {
    if (contentType !== 'image/jpeg') return `an avatar of type ${contentType}`;
    return typeof bytes === 'string' ? null : pictureComplaint(bytes, askedFor);
  }
  if (contentType !== 'application/json') return `type ${contentType}`;
  const answer = JSON.parse(body) as Fields;
  const { limit = Infinity } = askedFor;
  if (asked === 'directory' && Array.isArray(answer.result) && answer.result.length > limit)
    return `${answer.result.length} entries, ${limit} were asked for`;
  return envelopeComplaint(asked, answer);
}

/** Which actions there are for a question (§1); a directory and a location have none. */
const ACTIONS: Record<Exclude<Asked, 'avatar'>, unknown[]> = {
  service: ['continue', 'reject'],
  participant: ['continue', 'reject'],
  location: [undefined],
  directory: [undefined],
  registration: ['continue', 'reject', undefined],
};
const TOP = ['status', 'action', 'result', 'ignore_local', 'reason', 'decision'];

function envelopeComplaint(asked: Exclude<Asked, 'avatar'>, answer: Fields): string | null {
  const { status, action, result } = answer;
  const extra = Object.keys(answer).find((key) => !TOP.includes(key));
  if (extra !== undefined) return `${extra} in the envelope`;
  if (status !== 'success') return `status "${String(status)}" in the envelope`;
  if (!ACTIONS[asked].includes(action)) return `action ${String(action)} for ${asked}`;
  if (asked === 'directory') return directoryComplaint(result, answer.ignore_local);
  if (asked === 'registration' && result === undefined) return 'a registration without a result';
  const isEmpty = result === undefined || (isFields(result) && Object.keys(result).length === 0);
  if (asked === 'location' && isEmpty) return 'an empty media location';
  if (action === 'reject') return rejectComplaint(asked, isEmpty, result);
  if (isEmpty) return null;
  if (!isFields(result)) return 'a result that is no object';
  switch (asked) {
    case 'service':
      return serviceComplaint(result);
    case 'participant':
      return fieldsComplaint(result, PARTICIPANT);
    case 'location':
      return locationComplaint(result);
    case 'registration':
      return credentialsComplaint(result);
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, longest = 250): value is string =>
  typeof value === 'string' &&
  [...value].length <= longest &&
  !/[\u0000-\u001f\u007f-\u009f]|[\ud800-\udfff]/u.test(value);
const isName = (value: unknown) => isText(value) && value !== '';
const isBoolean = (value: unknown) => typeof value === 'boolean';

/** §5; never "guest", which would demote a host. */
const PARTICIPANT: Record<string, (value: unknown) => boolean> = {
  preauthenticated_role: (value) => value === 'chair' || value === null,
  remote_display_name: (value) => value === null || isName(value),
  remote_alias: isName,
  bypass_lock: isBoolean,
  call_tag: (value) => isText(value),
  rx_presentation_policy: (value) => value === 'ALLOW' || value === 'DENY',
  disable_overlay_text: isBoolean,
};

function fieldsComplaint(result: Fields, fields: Record<string, (value: unknown) => boolean>): string | null {
  for (const [field, value] of Object.entries(result)) {
    if (!Object.hasOwn(fields, field)) return `${field} is not for us to send`;
    if (!fields[field]!(value)) return `${field} is ${JSON.stringify(value)}`;
  }
  return null;
}

/** A result that could pass for a service admits whom it should refuse (§1, note). */
function rejectComplaint(asked: Asked, isEmpty: boolean, result: unknown): string | null {
  if (asked === 'participant') return isEmpty ? null : fieldsComplaint(result as Fields, { reject_reason: isName });
  return isEmpty ? null : 'a reject with a result admits the caller';
}

/** §6. */
function locationComplaint({ location, overflow_locations: overflow = [], ...others }: Fields): string | null {
  if (Object.keys(others).length > 0) return `${Object.keys(others).join()} in a media location`;
  if (!isName(location)) return 'location';
  return Array.isArray(overflow) && overflow.every(isName) ? null : 'overflow_locations';
}

/** §8: a list, all three keys, at most the ten that are asked for unless somebody asked for more. */
function directoryComplaint(result: unknown, ignoreLocal: unknown): string | null {
  if (!Array.isArray(result)) return 'a directory that is no list';
  if (!isBoolean(ignoreLocal)) return 'ignore_local';
  const isEntry = (entry: unknown) =>
    isFields(entry) &&
    Object.keys(entry).sort().join() === 'alias,description,username' &&
    isName(entry.alias) &&
    isText(entry.description) &&
    isText(entry.username);
  return result.every(isEntry) ? null : 'an entry without its three keys';
}

/** §7: exactly the size that was asked for, as the frame header of the JPEG has it (ITU-T T.81, B.2.2), in three colours. */
function pictureComplaint(jpeg: Buffer, { width, height }: AskedFor): string | null {
  if (jpeg.readUInt16BE(0) !== 0xff_d8) return 'no JPEG';
  let at = 2;
  while (jpeg[at + 1] !== 0xc0) {
    if (at + 4 > jpeg.length) return 'a JPEG without a baseline frame';
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  const [drawnHeight, drawnWidth] = [jpeg.readUInt16BE(at + 5), jpeg.readUInt16BE(at + 7)];
  if (jpeg[at + 9] !== 3) return `${jpeg[at + 9]} colours`;
  const isAsExpected = (drawn: number, wanted = drawn) => drawn === wanted;
  if (isAsExpected(drawnWidth, width) && isAsExpected(drawnHeight, height)) return null;
  return `a picture of ${drawnWidth}x${drawnHeight}`;
}

/** §8: both or neither; a policy profile's own are 100 characters at most. */
function credentialsComplaint({ username, password, ...others }: Fields): string | null {
  if (Object.keys(others).length > 0) return `${Object.keys(others).join()} with credentials`;
  if (!isText(username, 100) || !isText(password, 100)) return 'credentials';
  return (username === '') === (password === '') ? null : 'half of the credentials';
}

// How a Conferencing Node reads the answer to each kind of request, written down a second time from policy-api.md §1 and §4
// to §8, so that a mistake in our own rules does not hide itself in the tests.

export type Asked = 'service' | 'participant' | 'location' | 'avatar' | 'directory' | 'registration';

/** What a node would complain about; null when it takes the answer as it was meant. */
export function complaint(asked: Asked, status: number, contentType: string | null, body: string): string | null {
  if (status === 404) {
    if (asked !== 'location' && asked !== 'avatar') return 'no answer where there has to be one';
    return asked === 'avatar' && body !== '' ? 'a 404 for an avatar has a body' : null;
  }
  if (status !== 200) return `status ${status}`;
  if (asked === 'avatar') return contentType === 'image/jpeg' ? null : `an avatar of type ${contentType}`;
  if (contentType !== 'application/json') return `type ${contentType}`;
  const answer = JSON.parse(body) as { status?: string; action?: string; result?: Record<string, unknown> };
  if (answer.status !== 'success') return `status "${answer.status}" in the envelope`;
  const isEmpty = answer.result === undefined || Object.keys(answer.result).length === 0;
  if (answer.action !== undefined && !['continue', 'reject'].includes(answer.action)) return 'unknown action';
  if (answer.action === 'reject' && asked === 'service' && !isEmpty) return 'a reject with a result admits the caller';
  if (asked === 'registration' && answer.result === undefined) return 'a registration without a result';
  if (asked === 'location' && isEmpty) return 'an empty media location';
  return isEmpty && asked !== 'directory' ? null : complaintAboutResult(asked, answer.result!);
}

function complaintAboutResult(asked: Asked, result: Record<string, unknown>): string | null {
  const tooLong = findText(result, (text) => text.length > 250);
  if (tooLong) return `text of ${tooLong.length} characters`;
  const empty = asked === 'service' ? findText(result, (text) => text === '') : null;
  if (empty !== null) return 'an empty text where a field should be left out';
  switch (asked) {
    case 'service': {
      if (!['conference', 'lecture'].includes(String(result.service_type))) return 'service_type';
      if (!result.name || !result.service_tag) return 'name or service_tag is missing';
      return /^(\d{4,20}|\d{3,19}#)$/.test(String(result.pin)) && result.allow_guests === true ? null : 'pin';
    }
    case 'participant':
      return result.preauthenticated_role === 'guest' ? 'somebody may be demoted' : null;
    case 'location':
      return typeof result.location === 'string' ? null : 'location';
    case 'directory':
      return Array.isArray(result) && result.every(isEntry) ? null : 'an entry without its three keys';
    case 'registration':
      return [result.username, result.password].every((text) => typeof text === 'string') ? null : 'credentials';
    default:
      return null;
  }
}

function isEntry(entry: unknown): boolean {
  const { alias, description, username } = entry as Record<string, unknown>;
  return [alias, description, username].every((text) => typeof text === 'string');
}

function findText(value: unknown, matches: (text: string) => boolean): string | null {
  if (typeof value === 'string') return matches(value) ? value : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const inner of Object.values(value)) {
    const found = findText(inner, matches);
    if (found !== null) return found;
  }
  return null;
}

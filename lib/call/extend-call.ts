import type { CallCourse } from './call-course';
import { extendMeeting, readMeeting } from './meeting-api';

/**
 * Moves the meeting's end, by the server's clock; everybody else learns of it from our site. Null before there is a meeting.
 * Asked first: another host may have moved the end further than we know, and ours would bring it back.
 */
export async function extendCall({ line, store }: Pick<CallCourse, 'line' | 'store'>, byMs: number) {
  const { target } = line;
  const known = store.get().meeting;
  if (!target || !known) return null;
  const now = await readMeeting(target.alias);
  if (!now.ok) return now;
  const endsAtMs = Math.max(known.validUntilMs + byMs, Date.parse(now.value.validUntil));
  const answer = await extendMeeting(target.alias, endsAtMs, target.hostKey);
  const { meeting } = store.get();
  if (answer.ok && meeting?.alias === target.alias) {
    store.set({ meeting: { ...meeting, validUntilMs: Date.parse(answer.value.validUntil) } });
  }
  return answer;
}

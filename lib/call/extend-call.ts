import type { CallCourse } from './call-course';
import { extendMeeting } from './meeting-api';

/** Moves the meeting's end, by the server's clock; everybody else learns of it from our site. Null before there is a meeting. */
export async function extendCall({ line, store }: CallCourse, validUntilMs: number) {
  const { target } = line;
  const answer = target && (await extendMeeting(target.alias, validUntilMs, target.hostKey));
  const { meeting } = store.get();
  if (answer?.ok && meeting?.alias === target?.alias) {
    store.set({ meeting: meeting && { ...meeting, validUntilMs: Date.parse(answer.value.validUntil) } });
  }
  return answer;
}

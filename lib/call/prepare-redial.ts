import type { Admission } from './admission';
import { reasonByClock, type EndReason } from './end-reasons';
import { readMeeting } from './meeting-api';
import { findNode } from './node-choice';

/** A network that is not there yet must not be waited for as long as for a slow one. */
const ANSWER_WITHIN_MS = 2_000;

/** Whether there is a meeting and a way to it again: `go`, `wait`, or why it is over. */
export async function prepareRedial({ target, nodes, isElsewhere }: Admission): Promise<'go' | 'wait' | EndReason> {
  const meeting = await readMeeting(target.alias, ANSWER_WITHIN_MS);
  const isUnknown = !meeting.ok && meeting.failure === 'not-found';
  if (isUnknown) return isElsewhere ? 'connection-lost' : 'cancelled';
  if (!meeting.ok) return 'wait';
  const { state, validUntil } = meeting.value;
  const over = reasonByClock(state, Date.parse(validUntil) - (Date.now() + meeting.skewMs));
  if (over) return over;
  return (await findNode(nodes)) ? 'go' : 'wait';
}

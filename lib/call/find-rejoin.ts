import { readMeeting } from './meeting-api';
import { forgetCall, recallCall, type RejoinMemory } from './rejoin-memory';

/** The remembered call if its meeting can still be entered. One that is over is forgotten. */
export async function findRejoin(): Promise<RejoinMemory | null> {
  const memory = recallCall();
  if (!memory) return null;
  const meeting = await readMeeting(memory.alias);
  if (meeting.ok && meeting.value.state === 'open') return memory;
  const isOver = meeting.ok || meeting.failure === 'not-found';
  if (isOver) forgetCall();
  return null;
}

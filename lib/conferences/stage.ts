/** Of a leg that Infinity calls, and that has not answered: a word of our own, for to Infinity it is connecting like any other. */
export const RINGING = 'ringing';

/** Stages before the conference is entered: dialling, PIN entry or reception (event-sink.md §3). */
const AT_DOOR = new Set(['connecting', RINGING, 'ivr']);
/** And before the meeting itself: waiting for a host is done in the conference. */
const OUTSIDE = new Set([...AT_DOOR, 'waiting_room']);

/** Whether a leg at this stage still waits to be let in. */
export function isOutside(stage: string | null): boolean {
  return stage !== null && OUTSIDE.has(stage);
}

/** Whether a leg at this stage has not entered the conference, not even its waiting room. */
export function isAtDoor(stage: string | null): boolean {
  return stage !== null && AT_DOOR.has(stage);
}

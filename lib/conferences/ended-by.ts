import type { EndedBy } from './conference';
import type { Person } from './person';
import { latestOf } from './times';

type Ender = Extract<EndedBy, 'host' | 'administrator' | 'participant'>;

/** What a disconnect reason tells (event-sink.md §4). Endpoints may supply a text of their own: that tells nothing. */
interface Verdict {
  by: Ender;
  /** The whole conference, not just this one participant. */
  isWhole: boolean;
}

const VERDICTS: [RegExp, Verdict][] = [
  [/^conference host ended the conference/i, { by: 'host', isWhole: true }],
  [/^conference terminated by a host/i, { by: 'host', isWhole: true }],
  [/^conference terminated by an administrator/i, { by: 'administrator', isWhole: true }],
  [/^conference terminated by another participant/i, { by: 'participant', isWhole: true }],
  [/^disconnected by an administrator/i, { by: 'administrator', isWhole: false }],
  [/^disconnected by another participant/i, { by: 'participant', isWhole: false }],
];

/** Whoever is put out when a conference is ended goes within this time, whatever their node's clock says. */
const TOGETHER_MS = 5_000;

/** Null when the reason says of nobody that they ended anything. */
function verdictOf(reason: string | null): Verdict | null {
  if (reason === null) return null;
  return VERDICTS.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}

/** Whether who was given this reason was put out with everybody else. */
export function isPutOutWithAll(reason: string | null): boolean {
  return verdictOf(reason)?.isWhole ?? false;
}

/**
 * Who ended a conference that is over, from the reasons given to those who left last. Of one who was put out alone it is
 * said only when nobody was left after them.
 */
export function endedBy(people: readonly Person[]): EndedBy {
  const lastLeftAt = latestOf(people.map((person) => person.leftAt))?.getTime() ?? 0;
  const goneBefore = ({ leftAt }: Person) => lastLeftAt - (leftAt?.getTime() ?? 0);
  const verdicts = people
    .filter((person) => goneBefore(person) <= TOGETHER_MS)
    .map((person) => verdictOf(person.leftReason));
  const whole = verdicts.flatMap((verdict) => (verdict?.isWhole ? verdict.by : []));
  const strongest = (['host', 'administrator', 'participant'] as const).find((by) => whole.includes(by));
  if (strongest) return strongest;
  const last = people.filter((person) => goneBefore(person) === 0);
  const putOut = last.flatMap((person) => verdictOf(person.leftReason)?.by ?? [])[0];
  if (putOut) return putOut;
  return last.some(isLeavingKnown) ? 'everyone_left' : 'lost';
}

/** Their node told, or history did. */
function isLeavingKnown({ leftKnownBy, leftReason }: Person): boolean {
  return leftKnownBy === 'reported' || leftKnownBy === 'conference_ended' || leftReason !== null;
}

import { compareStamps, inEventOrder, stampOf, type Stamp, type StoredEvent } from './event-order';

/** How the events of one subject add up, one after another in the order in which they happened. */
export interface Fold<State> {
  begin(): State;
  /** Pure: the state after this event. Plain JSON, since it is stored. */
  step(state: State, event: StoredEvent): State;
}

/** What a subject's events have come to so far. */
export interface Folding<State> {
  state: State;
  last: Stamp;
}

/** All events of a subject, however they arrived. Null for none. */
export function foldAll<State>(fold: Fold<State>, events: readonly StoredEvent[]): Folding<State> | null {
  const ordered = inEventOrder(events);
  const last = ordered.at(-1);
  return last ? { state: ordered.reduce(fold.step, fold.begin()), last: stampOf(last) } : null;
}

/**
 * The same by adding only what is new: a left fold can be gone on with, which saves reading a long call's whole history
 * for each of its events. Null when one of them happened before what was folded already: then all have to be read again.
 */
export function foldOn<State>(
  fold: Fold<State>,
  folding: Folding<State>,
  events: readonly StoredEvent[],
): Folding<State> | null {
  const ordered = inEventOrder(events);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last) return folding;
  if (compareStamps(stampOf(first), folding.last) <= 0) return null;
  return { state: ordered.reduce(fold.step, folding.state), last: stampOf(last) };
}

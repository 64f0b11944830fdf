/** What the mixing rules need to know of a connected call. */
export interface Seat {
  callId: string;
  participantId: string;
  isAdmitted: boolean;
}

export type View<S extends Seat> = { kind: 'waiting' } | { kind: 'alone' } | { kind: 'others'; others: S[] };

/** Whom a viewer sees and hears: nobody until let in, then everybody let in except himself. */
export function viewOf<S extends Seat>(viewer: Seat, seats: S[]): View<S> {
  if (!viewer.isAdmitted) return { kind: 'waiting' };
  const others = seats.filter((seat) => seat.isAdmitted && seat.participantId !== viewer.participantId);
  return others.length === 0 ? { kind: 'alone' } : { kind: 'others', others };
}

import { randomBytes } from 'node:crypto';

/** Requests under way when a token was replaced still carry the old one. */
const graceMs = 10_000;
/** A client that was put out still hangs up and releases; it is answered as if it were in time. */
const farewellMs = 60_000;

interface Holding {
  participantUuid: string;
  conferenceId: string;
  current: string;
  expiresAt: number;
  /** Replaced tokens, and until when each still serves. */
  replaced: Map<string, number>;
  endedAt: number | null;
}

export type TokenCheck =
  { state: 'valid' | 'ended'; participantUuid: string; conferenceId: string } | { state: 'unknown' };

/** The tokens of everyone in the deployment. Times are Unix milliseconds. */
export class TokenStore {
  private readonly byToken = new Map<string, Holding>();
  private readonly byParticipant = new Map<string, Holding>();

  constructor(private readonly lifetimeMs: number) {}

  issue(participantUuid: string, conferenceId: string, now: number): string {
    // url-safe, because @pexip/infinity puts it into the event stream's address without encoding it
    const current = randomBytes(32).toString('base64url');
    const expiresAt = now + this.lifetimeMs;
    const holding: Holding = { participantUuid, conferenceId, current, expiresAt, replaced: new Map(), endedAt: null };
    this.byToken.set(current, holding);
    this.byParticipant.set(participantUuid, holding);
    return current;
  }

  check(token: string | null, now: number): TokenCheck {
    const holding = token === null ? undefined : this.byToken.get(token);
    if (!holding) return { state: 'unknown' };
    const { participantUuid, conferenceId } = holding;
    if (holding.endedAt !== null) return { state: 'ended', participantUuid, conferenceId };
    const graceUntil = token === null ? undefined : holding.replaced.get(token);
    const validUntil = graceUntil ?? holding.expiresAt;
    return now < validUntil ? { state: 'valid', participantUuid, conferenceId } : { state: 'unknown' };
  }

  /**
   * A new token for the participant; the one it had stays good for a short while. So do several, since a client may
   * send two refreshes at once and go on with either answer.
   */
  refresh(participantUuid: string, now: number): string {
    const holding = this.byParticipant.get(participantUuid);
    if (!holding) throw new Error('refresh for a participant without a token');
    for (const [token, until] of holding.replaced) if (until <= now) this.forget(holding, token);
    holding.replaced.set(holding.current, now + graceMs);
    holding.current = randomBytes(32).toString('base64url');
    holding.expiresAt = now + this.lifetimeMs;
    this.byToken.set(holding.current, holding);
    return holding.current;
  }

  end(participantUuid: string, now: number): void {
    const holding = this.byParticipant.get(participantUuid);
    if (holding) holding.endedAt = now;
  }

  /** Who was given a token, be it still good or not; null once it is forgotten. */
  ownerOf(token: string | null): string | null {
    return (token !== null && this.byToken.get(token)?.participantUuid) || null;
  }

  /** Participants whose token ran out without a refresh. */
  expired(now: number): { participantUuid: string; conferenceId: string }[] {
    return [...this.byParticipant.values()].filter(({ endedAt, expiresAt }) => endedAt === null && expiresAt <= now);
  }

  forgetEnded(now: number, isKept: (participantUuid: string) => boolean = () => false): void {
    for (const [uuid, holding] of this.byParticipant) {
      if (holding.endedAt === null || now - holding.endedAt < farewellMs || isKept(uuid)) continue;
      this.byParticipant.delete(uuid);
      this.byToken.delete(holding.current);
      for (const token of holding.replaced.keys()) this.byToken.delete(token);
    }
  }

  private forget(holding: Holding, token: string): void {
    holding.replaced.delete(token);
    this.byToken.delete(token);
  }
}

import type { ConferenceState } from '../conference/conference-state';
import { endedLegs } from '../conference/legs';
import { roomId, type Room } from '../conference/rooms';
import type { Step } from '../events/sink-events';
import type { Quality } from '../quality/call-quality';
import { endedConference, endedParticipant, participantUri } from './history-rows';
import type { Row } from './status-lists';

const mostParticipants = 100_000;

interface Entry {
  id: string;
  conferenceId: string;
  row: Row;
  /** Unix milliseconds. */
  endedAt: number;
}

const roomsIn = (state: ConferenceState) => new Set([...state.parts.values()].map(({ room }) => room));

function endedRooms(before: ConferenceState, after: ConferenceState): Room[] {
  const remaining = roomsIn(after);
  return [...roomsIn(before)].filter((room) => !remaining.has(room));
}

/** What is over, as the Management Node remembers it: it hears of an end a little late. Times are Unix milliseconds. */
export class History {
  private readonly conferences = new Map<string, Entry>();
  private participants: Entry[] = [];

  constructor(
    private readonly delayMs: number,
    /** The platform forgets beyond this many (management-api.md §2). */
    private readonly mostConferences = 10_000,
  ) {}

  conferenceRows(now: number): Row[] {
    const uris = new Map<string, string[]>();
    for (const { id, conferenceId } of this.participants.filter(this.isKnown(now))) {
      uris.set(conferenceId, [...(uris.get(conferenceId) ?? []), participantUri(id)]);
    }
    return [...this.conferences.values()].filter(this.isKnown(now)).map(({ id, row }) => {
      const participants = uris.get(id) ?? [];
      return { ...row, participant_count: participants.length, participants };
    });
  }

  participantRows(now: number): Row[] {
    return this.participants.filter(this.isKnown(now)).map(({ row }) => row);
  }

  /** Keeps what one step ended. */
  record(before: ConferenceState, after: ConferenceState, step: Step, qualityOf: (legId: string) => Quality): void {
    const { now: endedAt } = step;
    for (const ended of endedLegs(before, after)) {
      const { uuid: id, room } = ended.leg;
      const row = endedParticipant(before, ended, step, qualityOf(id));
      this.participants.push({ id, conferenceId: roomId(before.id, room), row, endedAt });
    }
    for (const room of endedRooms(before, after)) {
      const id = roomId(before.id, room);
      // A room that people came back to has ended once more.
      this.conferences.delete(id);
      this.conferences.set(id, { id, conferenceId: id, row: endedConference(before, room, endedAt), endedAt });
    }
    this.forget();
  }

  private isKnown(now: number) {
    return ({ endedAt }: Entry) => endedAt + this.delayMs <= now;
  }

  private forget(): void {
    for (const id of this.conferences.keys()) {
      if (this.conferences.size <= this.mostConferences) break;
      this.conferences.delete(id);
      this.participants = this.participants.filter(({ conferenceId }) => conferenceId !== id);
    }
    this.participants.splice(0, Math.max(0, this.participants.length - mostParticipants));
  }
}

import { cancelMeeting, createMeeting, type ApiResult } from './meeting-api';

/** The meeting someone wants to be in; the host key makes them its host. */
export interface MeetingTarget {
  alias: string;
  hostKey: string | null;
  /** What the personal link carries, where one led here. */
  invitation?: string | null;
}

export interface MeetingSource {
  /** The meeting gone on with or planned, or the one made here. It is made at the first call, and only once however often one asks. */
  find(displayName: string): Promise<ApiResult<MeetingTarget>>;
  /** Somebody has been in the meeting: it lives on without us. */
  markUsed(): void;
  /** Goes on with a meeting from elsewhere: from before a reload, from another tab, or where the node moves us. */
  goOnWith(target: MeetingTarget): void;
  /** The next `find` is of the planned one again, or makes a new one. */
  forget(): void;
  /** The same, where somebody has been in it; one that was made and not used yet is used by the next try. */
  leave(): void;
  /** Takes back a meeting that was made here and never used, or agents would see a visitor waiting in it. Any other stays. */
  abandon(): void;
}

/** Where a call gets its meeting from: `planned`, or a new one. */
export function createMeetingSource(
  planned: MeetingTarget | null,
  api: Pick<typeof import('./meeting-api'), 'createMeeting' | 'cancelMeeting'> = { createMeeting, cancelMeeting },
): MeetingSource {
  // The request and not its answer: who gives up while it is on its way and tries again gets the same meeting.
  let making: ReturnType<typeof createMeeting> | null = null;
  let isUsed = false;
  let other: MeetingTarget | null = null;

  function forget() {
    [making, isUsed, other] = [null, false, null];
  }

  function abandon() {
    if (isUsed) return;
    const unused = making;
    forget();
    void unused?.then((made) => (made.ok ? api.cancelMeeting(made.value.alias, made.value.hostKey) : undefined));
  }

  async function make(displayName: string): Promise<ApiResult<MeetingTarget>> {
    const mine = (making ??= api.createMeeting(displayName));
    const made = await mine;
    if (!made.ok && mine === making) forget();
    if (!made.ok) return made;
    const { alias, hostKey } = made.value;
    return { ok: true, value: { alias, hostKey }, skewMs: made.skewMs };
  }

  return {
    async find(displayName) {
      const known = other ?? planned;
      return known ? { ok: true, value: known, skewMs: 0 } : make(displayName);
    },
    markUsed: () => void (isUsed = true),
    goOnWith(target) {
      abandon();
      [other, isUsed] = [target, true];
    },
    forget,
    leave: () => isUsed && forget(),
    abandon,
  };
}

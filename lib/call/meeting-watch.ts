import { shouldAskAgain } from './call-clock';
import type { StateForUs } from './end-reasons';
import { readMeeting } from './meeting-api';
import type { MeetingTarget } from './meeting-source';
import { SLEEP_MS } from './wake-watch';

/** What is known of the meeting's end. */
export interface MeetingEnd {
  validUntilMs: number;
  /** Server's clock minus ours, in ms. */
  skewMs: number;
}

/** What our site said of the meeting, or what was known before where it did not answer. */
export interface MeetingNews extends MeetingEnd {
  /** Null when our site did not answer. */
  state: StateForUs | null;
  /** By the server's clock. */
  timeLeftMs: number;
}

export interface MeetingWatch {
  /** Asks at once. Null once the watch was stopped: nobody waits for the answer any more. */
  ask(): Promise<MeetingNews | null>;
  stop(): void;
}

/** Often enough that the end is not late; a browser may slow timers of hidden pages to one a second anyway. */
const TICK_MS = 1_000;

/** How long a call waits for our site to say that its end has moved, or why it is over. */
const ANSWER_TIMEOUT_MS = 2_000;

/**
 * Follows a meeting during a call: asks our site from time to time, and at the end whether it still holds. `onNews` hears
 * each answer, and each silence too, since the end comes without an answer as well.
 */
export function watchMeeting(
  { alias, invitation }: Pick<MeetingTarget, 'alias' | 'invitation'>,
  known: MeetingEnd,
  onNews: (news: MeetingNews) => void,
  read: typeof readMeeting = readMeeting,
): MeetingWatch {
  let end = known;
  let askedAtMs = Date.now();
  let tickedAtMs = askedAtMs;
  let isAsking = false;
  let isStopped = false;
  const timeLeftMs = () => end.validUntilMs - (Date.now() + end.skewMs);

  async function ask(): Promise<MeetingNews | null> {
    askedAtMs = Date.now();
    const answer = await read(alias, ANSWER_TIMEOUT_MS, invitation);
    if (isStopped) return null;
    let state: StateForUs | null = null;
    if (answer.ok) {
      const { value, skewMs } = answer;
      end = { validUntilMs: Date.parse(value.validUntil), skewMs };
      state = value.invitation?.state === 'withdrawn' ? 'withdrawn' : value.state;
    }
    return { ...end, state, timeLeftMs: timeLeftMs() };
  }

  async function tick() {
    const hasSlept = Date.now() - tickedAtMs > SLEEP_MS;
    tickedAtMs = Date.now();
    // One at a time: an answer that was overtaken would bring the old end back.
    if (isAsking || !(hasSlept || shouldAskAgain(Date.now() - askedAtMs, timeLeftMs()))) return;
    isAsking = true;
    const news = await ask();
    isAsking = false;
    if (news) onNews(news);
  }

  const timer = setInterval(() => void tick(), TICK_MS);
  return {
    ask,
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}

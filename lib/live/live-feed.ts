import { currentLog, currentSnapshot, follow } from './live-hub';
import { changesBody, HEARTBEAT, messageHead } from './live-message';
import { readPosition } from './live-position';

/** What one desk is told, taken by it one message after another. */
export interface LiveFeed {
  /** The next message, in the parts to be written; waits for one. Null when it is over. One may be asked for at a time. */
  next(): Promise<Uint8Array[] | null>;
  close(): void;
}

/**
 * The list for one desk: what it missed since `lastEventId`, or the whole, then every change. Nothing is kept for it but its
 * place in the log, so one that does not read costs nothing; when the log has gone on without it, it is over.
 */
export function liveFeed(lastEventId: string | null): LiveFeed {
  let isOver = false;
  let isBeatDue = false;
  let wake = () => {};
  const follower = {
    version: null as number | null,
    onNews: () => wake(),
    onHeartbeat() {
      isBeatDue = true;
      wake();
    },
    close() {
      isOver = true;
      unfollow();
      wake();
    },
  };
  const unfollow = follow(follower);

  function take(): Uint8Array[] | null {
    const log = currentLog();
    const news = log && (follower.version === null ? begin(log) : goOn(log, follower.version));
    if (news || !isBeatDue) return news;
    isBeatDue = false;
    return [HEARTBEAT];
  }

  type Log = NonNullable<ReturnType<typeof currentLog>>;

  function begin(log: Log): Uint8Array[] {
    const { epoch } = log;
    const last = readPosition(lastEventId);
    if (last?.epoch === epoch && log.covers(last.version)) {
      follower.version = last.version;
      // Nothing missed is said too, so that the desk knows that it is up to date.
      return goOn(log, last.version) ?? [messageHead('changes', last, new Date()), changesBody([], [])];
    }
    follower.version = log.version;
    return [messageHead('snapshot', { epoch, version: log.version }, new Date()), currentSnapshot()];
  }

  function goOn(log: Log, since: number): Uint8Array[] | null {
    const news = log.since(since);
    if (!news) return null;
    follower.version = news.version;
    return [messageHead('changes', { epoch: log.epoch, version: news.version }, new Date()), news.body];
  }

  return {
    async next() {
      while (!isOver) {
        const message = take();
        if (message) return message;
        await new Promise<void>((resolve) => (wake = resolve));
      }
      return null;
    },
    close: () => follower.close(),
  };
}

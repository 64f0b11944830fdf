import { randomBytes } from 'node:crypto';
import { onNotices } from '@/lib/db/notices';
import { liveBoard, type LiveBoard } from './live-board';
import { LIVE_CHANNEL, readNotice } from './live-channel';
import { liveLog, type LiveLog } from './live-log';
import { BEAT_MS } from './live-meeting';
import { snapshotBody } from './live-message';
import { liveReader, type LiveReader, type LiveReading } from './live-reader';

/** A desk that is open. It fetches what it is to be told by itself, from the log, when it has room for it. */
export interface LiveFollower {
  /** The version it has; null before its first message. */
  version: number | null;
  /** There may be something for it. */
  onNews(): void;
  onHeartbeat(): void;
  close(): void;
}

interface Hub {
  board: LiveBoard;
  log: LiveLog;
  followers: Set<LiveFollower>;
  reader: LiveReader | null;
  stopListening: (() => void) | null;
  beats: NodeJS.Timeout[];
  /** Whether everything was looked at since we began to listen. */
  isCurrent: boolean;
  snapshot: { version: number; body: Uint8Array } | null;
}

/** The latest of some thousand calls, once for all desks. */
const LOG_LIMIT_BYTES = 8 * 1024 * 1024;
/** Connecting takes a few milliseconds, where it can be done. */
const LISTENING_WITHIN_MS = 200;
/** Catches what happens by the clock alone (a meeting comes within sight, a ghost's time is over). */
const LOOK_AT_ALL_MS = 60_000;

// Routes are bundled apart from server.ts, which closes the streams when the process stops: one hub for both.
const KEY = Symbol.for('mayfly.live');
const shared = globalThis as { [KEY]?: Hub };

function hub(): Hub {
  return (shared[KEY] ??= {
    board: liveBoard(),
    log: liveLog(randomBytes(6).toString('hex'), LOG_LIMIT_BYTES),
    followers: new Set(),
    reader: null,
    stopListening: null,
    beats: [],
    isCurrent: false,
    snapshot: null,
  });
}

/** Counts a desk among the open ones until the returned function is called. The first one has us listen. */
export function follow(follower: LiveFollower): () => void {
  const state = hub();
  state.followers.add(follower);
  if (!state.reader) start(state);
  return () => {
    if (state.followers.delete(follower) && state.followers.size === 0) stop(state);
  };
}

/** What was told so far; null while we have yet to look at the tables. */
export function currentLog(): LiveLog | null {
  const state = hub();
  return state.isCurrent ? state.log : null;
}

/** The whole list at the log's version: made once, whoever asks. */
export function currentSnapshot(): Uint8Array {
  const state = hub();
  const { version } = state.log;
  if (state.snapshot?.version !== version) state.snapshot = { version, body: snapshotBody(state.board.shown()) };
  return state.snapshot.body;
}

/** Ends every stream. An open one would hold the process's exit for ever. */
export function closeLiveStreams(): void {
  const state = hub();
  for (const follower of [...state.followers]) follower.close();
  state.followers.clear();
  stop(state);
}

function start(state: Hub): void {
  const reader = (state.reader = liveReader((reading) => take(state, reading)));
  const lookAtAll = () => reader.want('everything');
  // What is read before we listen has to be read again: so not at once, but also where nobody can be listened to.
  const firstLook = setTimeout(lookAtAll, LISTENING_WITHIN_MS);
  state.stopListening = onNotices(LIVE_CHANNEL, {
    onNotice: (payload) => reader.want(readNotice(payload) ?? 'everything'),
    onListening() {
      clearTimeout(firstLook);
      lookAtAll();
    },
  });
  state.beats = [
    firstLook,
    setInterval(() => {
      for (const follower of [...state.followers]) follower.onHeartbeat();
    }, BEAT_MS),
    setInterval(lookAtAll, LOOK_AT_ALL_MS),
  ];
}

/** Board and log are kept: a desk that alone was open and connects anew finds what it missed. */
function stop(state: Hub): void {
  state.reader?.stop();
  state.stopListening?.();
  for (const beat of state.beats) clearTimeout(beat);
  Object.assign(state, { reader: null, stopListening: null, beats: [], isCurrent: false });
}

function take(state: Hub, { found, named }: LiveReading): void {
  const change = named ? state.board.takeNamed(named, found) : state.board.takeAll(found);
  if (change) state.log.add(change);
  // The first look is at everything.
  const isFirst = !state.isCurrent;
  state.isCurrent = true;
  if (!change && !isFirst) return;
  for (const follower of [...state.followers]) {
    // Whoever is so far behind that the log has gone on without them begins anew.
    if (follower.version !== null && !state.log.covers(follower.version)) follower.close();
    else follower.onNews();
  }
}

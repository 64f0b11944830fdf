import * as z from 'zod/mini';
import { CallToGoOn } from './rejoin-memory';
import { createStore } from './store';
import './zod-without-eval';

// One call in one tab: the tabs of a browser tell each other by a channel, and a lock tells when a tab that is in a call is
// gone, also by a crash. Browsers without either (old ones, insecure pages) have calls in as many tabs as one likes.

/** A call that this browser has on in another tab. */
export interface Elsewhere {
  alias: string;
}

const Message = z.discriminatedUnion('say', [
  z.object({ say: z.literal('who-is-on') }),
  z.object({ say: z.literal('on'), alias: z.string() }),
  z.object({ say: z.literal('over') }),
  z.object({ say: z.literal('bring') }),
  z.object({ say: z.literal('brought'), call: z.nullable(CallToGoOn) }),
]);
type Message = z.infer<typeof Message>;

export interface OneTab {
  subscribe: (listener: () => void) => () => void;
  /** Null while no other tab is in a call. */
  snapshot(): Elsewhere | null;
  /** Begins to listen. `stop` undoes it; a page that holds on to a channel could not be kept for going back to. */
  start(): void;
  stop(): void;
  /** This tab is in a call. `handOver` hangs it up at once, and gives what another tab needs to go on. */
  hold(alias: string, handOver: () => CallToGoOn | null): void;
  release(): void;
  /** Has the other tab hang up, and returns its call; null when it does not answer. */
  bringHere(): Promise<CallToGoOn | null>;
}

const NAME = 'mayfly.call';
/** Hanging up may take the other tab a moment. A tab that is frozen does not answer at all. */
const ANSWER_WITHIN_MS = 3_000;

type Locks = Pick<LockManager, 'request'>;

/** The tabs of this browser, as the browser connects them. */
export function createOneTab(
  locks: Locks | undefined = typeof navigator === 'undefined' ? undefined : navigator.locks,
  openChannel: (() => BroadcastChannel) | null = typeof BroadcastChannel === 'undefined'
    ? null
    : () => new BroadcastChannel(NAME),
): OneTab {
  const store = createStore<{ elsewhere: Elsewhere | null }>({ elsewhere: null });
  let channel: BroadcastChannel | null = null;
  let held: { alias: string; handOver: () => CallToGoOn | null } | null = null;
  let letGo = () => {};
  let stopWaiting = new AbortController();
  let onBrought: ((call: CallToGoOn | null) => void) | null = null;

  const tell = (message: Message) => channel?.postMessage(message);
  const know = (elsewhere: Elsewhere | null) => store.set({ elsewhere });

  function onMessage({ data }: MessageEvent) {
    const message = Message.safeParse(data).data;
    if (message?.say === 'who-is-on' && held) tell({ say: 'on', alias: held.alias });
    if (message?.say === 'on') isOnElsewhere(message.alias);
    if (message?.say === 'over') know(null);
    if (message?.say === 'bring' && held) tell({ say: 'brought', call: handOver() });
    if (message?.say === 'brought') onBrought?.(message.call);
  }

  function handOver(): CallToGoOn | null {
    const call = held?.handOver() ?? null;
    release();
    return call;
  }

  function isOnElsewhere(alias: string) {
    know({ alias });
    stopWaiting.abort();
    stopWaiting = new AbortController();
    // Granted when the call's tab has let go of it, in whatever way.
    const { signal } = stopWaiting;
    void locks?.request(NAME, { mode: 'shared', signal }, () => know(null)).catch(() => {});
  }

  function hold(alias: string, give: () => CallToGoOn | null) {
    if (!locks || !channel) return;
    if (!held) letGo = holdLock(locks, handOver);
    if (held?.alias !== alias) tell({ say: 'on', alias });
    held = { alias, handOver: give };
  }

  function release() {
    if (!held) return;
    held = null;
    letGo();
    tell({ say: 'over' });
  }

  async function bringHere(): Promise<CallToGoOn | null> {
    const answer = new Promise<CallToGoOn | null>((resolve) => {
      onBrought = resolve;
      setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
    });
    tell({ say: 'bring' });
    const call = await answer;
    onBrought = null;
    if (!call) await locks?.request(NAME, { steal: true }, () => {}).catch(() => {});
    know(null);
    return call;
  }

  return {
    subscribe: (listener) => store.subscribe(listener),
    snapshot: () => store.get().elsewhere,
    start() {
      if (channel || !locks || !openChannel) return;
      channel = openChannel();
      channel.onmessage = onMessage;
      tell({ say: 'who-is-on' });
    },
    stop() {
      release();
      stopWaiting.abort();
      channel?.close();
      channel = null;
      know(null);
    },
    hold,
    release,
    bringHere,
  };
}

/** Holds the lock from when it is free until it is let go; `onTaken` when another tab takes it by force. */
function holdLock(locks: Locks, onTaken: () => void): () => void {
  const waiting = new AbortController();
  let isOver = false;
  let letGo = () => waiting.abort();
  const held = () => new Promise<void>((resolve) => (letGo = resolve));
  locks.request(NAME, { signal: waiting.signal }, held).catch(() => {
    if (!isOver) onTaken();
  });
  return () => {
    isOver = true;
    letGo();
  };
}

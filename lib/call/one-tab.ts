import type { CallToGoOn } from './rejoin-memory';
import { createStore } from './store';
import { holdLock, lockName, readLockName, type Locks } from './tab-lock';
import { openTabChannel, TabMessage } from './tab-messages';

// One call in one tab: a tab in a call holds a lock that says which, so that the others know of it, frozen or not, and when it
// is gone, also by a crash; a channel carries the call over. Browsers without either have calls in as many tabs as one likes.

/** A call that this browser has on in another tab. */
export interface Elsewhere {
  tab: string;
  alias: string;
}

export interface OneTab {
  subscribe: (listener: () => void) => () => void;
  /** The call of another tab, of several the one that began last; null while no other tab is in a call. */
  snapshot(): Elsewhere | null;
  /** Begins to listen. `stop` undoes it; a page that holds on to a channel could not be kept for going back to. */
  start(): void;
  stop(): void;
  /** Asks the browser whether another tab is in this meeting: a tab that was duplicated remembers a call that is still on. */
  isElsewhere(alias: string): Promise<boolean>;
  /** This tab is in a call. `handOver` hangs it up at once, and gives what another tab needs to go on. */
  hold(alias: string, handOver: () => CallToGoOn | null): void;
  release(): void;
  /** Has the tab of `snapshot` hang up, and returns its call; null when it does not answer. */
  bringHere(): Promise<CallToGoOn | null>;
}

/** Hanging up may take the other tab a moment. A tab that is frozen does not answer at all. */
const ANSWER_WITHIN_MS = 3_000;

/** The tabs of this browser, as the browser connects them. */
export function createOneTab(
  locks: Locks | undefined = typeof navigator === 'undefined' ? undefined : navigator.locks,
  openChannel = openTabChannel,
): OneTab {
  const me = Math.random().toString(36).slice(2);
  const store = createStore<{ elsewhere: Elsewhere | null }>({ elsewhere: null });
  const others = new Map<string, Elsewhere>();
  let channel: BroadcastChannel | null = null;
  let held: { alias: string; handOver: () => CallToGoOn | null; letGo: () => void } | null = null;
  let stopWaiting = new AbortController();
  let onBrought: (answer: Extract<TabMessage, { say: 'brought' }>) => void = () => {};

  const tell = (message: TabMessage) => channel?.postMessage(message);
  const show = () => store.set({ elsewhere: [...others.values()].at(-1) ?? null });

  function onMessage({ data }: MessageEvent) {
    const message = TabMessage.safeParse(data).data;
    if (message?.say === 'on') isOnElsewhere({ tab: message.tab, alias: message.alias });
    if (message?.say === 'bring' && message.tab === me && held) tell({ say: 'brought', tab: me, call: handOver() });
    if (message?.say === 'brought') onBrought(message);
  }

  function handOver(): CallToGoOn | null {
    const call = held?.handOver() ?? null;
    release();
    return call;
  }

  function isOnElsewhere(other: Elsewhere) {
    const name = lockName(other);
    if (other.tab === me || others.has(name)) return;
    others.set(name, other);
    show();
    // Granted when the call's tab has let go of it, in whatever way.
    const { signal } = stopWaiting;
    void locks?.request(name, { mode: 'shared', signal }, () => isOver(other)).catch(() => {});
  }

  function isOver(other: Elsewhere) {
    others.delete(lockName(other));
    show();
  }

  async function look() {
    const { held: taken = [] } = (await locks?.query().catch(() => null)) ?? {};
    for (const { name, mode } of channel ? taken : []) {
      // Shared ones belong to tabs that wait for a call's end, as this one does.
      const other = mode === 'exclusive' ? readLockName(name) : null;
      if (other) isOnElsewhere(other);
    }
  }

  function hold(alias: string, give: () => CallToGoOn | null) {
    if (!locks || !channel) return;
    if (held?.alias === alias) return void (held.handOver = give);
    held?.letGo();
    const here = { tab: me, alias };
    // Told once it is held, or who hears of it might find it free.
    const letGo = holdLock(locks, lockName(here), () => tell({ say: 'on', ...here }), handOver);
    held = { alias, handOver: give, letGo };
  }

  function release() {
    held?.letGo();
    held = null;
  }

  async function bringHere(): Promise<CallToGoOn | null> {
    const { elsewhere } = store.get();
    if (!elsewhere) return null;
    const call = await new Promise<CallToGoOn | null>((resolve) => {
      onBrought = (answer) => answer.tab === elsewhere.tab && resolve(answer.call);
      setTimeout(() => resolve(null), ANSWER_WITHIN_MS);
      tell({ say: 'bring', tab: elsewhere.tab });
    });
    if (!call) await locks?.request(lockName(elsewhere), { steal: true }, () => {}).catch(() => {});
    isOver(elsewhere);
    return call;
  }

  return {
    subscribe: (listener) => store.subscribe(listener),
    snapshot: () => store.get().elsewhere,
    start() {
      if (channel || !locks || !openChannel) return;
      stopWaiting = new AbortController();
      channel = openChannel();
      channel.onmessage = onMessage;
      void look();
    },
    stop() {
      release();
      stopWaiting.abort();
      channel?.close();
      channel = null;
      others.clear();
      show();
    },
    async isElsewhere(alias) {
      await look();
      return [...others.values()].some((other) => other.alias === alias);
    },
    hold,
    release,
    bringHere,
  };
}

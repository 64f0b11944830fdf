import { afterEach, expect, it, vi } from 'vitest';
import { createOneTab, type OneTab } from './one-tab';

// Two tabs by a real channel. Node has no locks: these are the few rules of theirs that count here.

type Waiting = {
  mode: string;
  signal?: AbortSignal;
  run: () => unknown;
  resolve: () => void;
  reject: (why: unknown) => void;
};

function createLocks() {
  let held: Waiting[] = [];
  const queue: Waiting[] = [];
  function grant() {
    const [next] = queue;
    if (!next || held.some(({ mode }) => mode === 'exclusive' || next.mode === 'exclusive')) return;
    queue.shift();
    held.push(next);
    void Promise.resolve(next.run()).then(() => {
      held = held.filter((each) => each !== next);
      next.resolve();
      grant();
    });
    grant();
  }
  function request(_name: string, options: LockOptions, run: () => unknown) {
    return new Promise<void>((resolve, reject) => {
      const waiting: Waiting = { mode: options.mode ?? 'exclusive', run, resolve, reject };
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(waiting);
        if (place >= 0) reject(queue.splice(place, 1));
      });
      if (options.steal) for (const each of held.splice(0)) each.reject(new DOMException('stolen', 'AbortError'));
      queue.push(waiting);
      grant();
    });
  }
  return { request: request as LockManager['request'], crash: () => ((held = []), grant()) };
}

const call = { alias: 'meet-a', displayName: 'Dana', hostKey: 'key', isMicrophoneOn: true, isCameraOn: false };
const tabs: OneTab[] = [];
let channelName = 0;

/** Tabs of one browser. */
function browser() {
  const locks = createLocks();
  const name = `test ${++channelName}`;
  const newTab = () => {
    const tab = createOneTab(locks, () => new BroadcastChannel(name));
    tab.start();
    tabs.push(tab);
    return tab;
  };
  return { newTab, locks, silent: () => createOneTab(locks, () => new BroadcastChannel(`${name} frozen`)) };
}
afterEach(() => tabs.splice(0).forEach((tab) => tab.stop()));
const seen = (tab: OneTab, alias: string | null) => vi.waitFor(() => expect(tab.snapshot()?.alias ?? null).toBe(alias));

it('a call that begins or is on is known in the other tabs, until it ends', async () => {
  const { newTab } = browser();
  const [first, second] = [newTab(), newTab()];
  first.hold('meet-a', () => call);
  await seen(second, 'meet-a');
  const late = newTab();
  await seen(late, 'meet-a');
  expect(first.snapshot()).toBeNull();
  first.release();
  await seen(second, null);
  await seen(late, null);
});

it('a tab that crashes has no call', async () => {
  const { newTab, locks } = browser();
  const [first, second] = [newTab(), newTab()];
  first.hold('meet-a', () => call);
  await seen(second, 'meet-a');
  locks.crash();
  await seen(second, null);
});

it('a call that is brought here is hung up there first, once', async () => {
  const { newTab } = browser();
  const [first, second] = [newTab(), newTab()];
  let hungUp = 0;
  const handOver = () => ((hungUp += 1), call);
  first.hold('meet-a', handOver);
  first.hold('meet-a', handOver); // again at each change
  await seen(second, 'meet-a');
  expect([await second.bringHere(), hungUp]).toEqual([call, 1]);
  expect(second.snapshot()).toBeNull();
  second.hold('meet-a', () => call);
  await seen(first, 'meet-a');
});

it('a tab that is frozen loses its call all the same', async () => {
  const { newTab, silent } = browser();
  const [first, second] = [silent(), newTab()];
  first.start();
  tabs.push(first);
  let hungUp = 0;
  first.hold('meet-a', () => ((hungUp += 1), call));
  expect(await second.bringHere()).toBeNull();
  await vi.waitFor(() => expect(hungUp).toBe(1));
});

it('a browser without locks knows nothing of other tabs, and nothing breaks', async () => {
  const tab = createOneTab(undefined, null);
  tab.start();
  tab.hold('meet-a', () => call);
  expect([tab.snapshot(), await tab.bringHere()]).toEqual([null, null]);
  tab.stop();
});

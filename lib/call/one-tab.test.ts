import { afterEach, expect, it, vi } from 'vitest';
import { createOneTab, type OneTab } from './one-tab';

// Two tabs by a real channel. Node has no locks: these are the few rules of theirs that count here.

type Waiting = {
  name: string;
  mode: string;
  signal?: AbortSignal;
  run: () => unknown;
  resolve: () => void;
  reject: (why: unknown) => void;
};

function createLocks() {
  let held: Waiting[] = [];
  const queue: Waiting[] = [];
  const isTaken = ({ name, mode }: Waiting) =>
    held.some((each) => each.name === name && (each.mode === 'exclusive' || mode === 'exclusive'));
  function grant() {
    const next = queue.find((waiting) => !isTaken(waiting)); // no test has two wait for the same one
    if (!next) return;
    queue.splice(queue.indexOf(next), 1);
    held.push(next);
    void Promise.resolve(next.run()).then(() => {
      held = held.filter((each) => each !== next);
      next.resolve();
      grant();
    });
    grant();
  }
  function request(name: string, options: LockOptions, run: () => unknown) {
    return new Promise<void>((resolve, reject) => {
      const waiting: Waiting = { name, mode: options.mode ?? 'exclusive', run, resolve, reject };
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(waiting);
        if (place >= 0) reject(queue.splice(place, 1));
      });
      if (options.steal) steal(name);
      queue.unshift(waiting);
      grant();
    });
  }
  function steal(name: string) {
    const stolen = held.filter((each) => each.name === name);
    held = held.filter((each) => each.name !== name);
    for (const each of stolen) each.reject(new DOMException('stolen', 'AbortError'));
  }
  const query = async () => ({ held: held.map(({ name, mode }) => ({ name, mode: mode as LockMode })) });
  return { request: request as LockManager['request'], query, crash: () => ((held = []), grant()) };
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

it('of two calls, left on side by side, one is brought and the other stays as it is, and known', async () => {
  const { newTab } = browser();
  const [first, second, third] = [newTab(), newTab(), newTab()];
  const hungUp: string[] = [];
  const holdIn = (tab: OneTab, alias: string) => tab.hold(alias, () => (hungUp.push(alias), { ...call, alias }));
  holdIn(first, 'meet-a');
  await seen(third, 'meet-a');
  holdIn(second, 'meet-b');
  await seen(third, 'meet-b');
  expect([await third.bringHere(), hungUp]).toEqual([{ ...call, alias: 'meet-b' }, ['meet-b']]);
  await seen(third, 'meet-a');
  first.release();
  await seen(third, null);
});

it('asked about one meeting, says whether another tab is in it, though it is frozen', async () => {
  const { newTab, silent } = browser();
  const [first, second] = [silent(), newTab()];
  expect(await second.isElsewhere('meet-a')).toBe(false);
  first.start();
  tabs.push(first);
  first.hold('meet-a', () => call);
  expect([await second.isElsewhere('meet-b'), await second.isElsewhere('meet-a')]).toEqual([false, true]);
  expect([await first.isElsewhere('meet-a'), second.snapshot()?.alias]).toEqual([false, 'meet-a']);
});

it('a call that moves to another meeting is known by that one', async () => {
  const { newTab } = browser();
  const [first, second] = [newTab(), newTab()];
  first.hold('meet-a', () => call);
  await seen(second, 'meet-a');
  first.hold('meet-b', () => call);
  await seen(second, 'meet-b');
  first.release();
  await seen(second, null);
});

it('a tab that is frozen loses its call all the same', async () => {
  const { newTab, silent } = browser();
  const [first, second] = [silent(), newTab()];
  first.start();
  tabs.push(first);
  let hungUp = 0;
  first.hold('meet-a', () => ((hungUp += 1), call));
  await second.isElsewhere('meet-a');
  expect(await second.bringHere()).toBeNull();
  await vi.waitFor(() => expect(hungUp).toBe(1));
});

it('a browser without locks knows nothing of other tabs, and nothing breaks', async () => {
  const tab = createOneTab(undefined, null);
  tab.start();
  tab.hold('meet-a', () => call);
  expect([tab.snapshot(), await tab.bringHere(), await tab.isElsewhere('meet-a')]).toEqual([null, null, false]);
  tab.stop();
});

it('where the browser refuses locks, as to a frame of another site, a call is nobody else’s', async () => {
  const refused = () => Promise.reject(new DOMException('denied in this context', 'SecurityError'));
  const tab = createOneTab({ request: refused, query: refused }, () => new BroadcastChannel('refused'));
  tabs.push(tab);
  tab.start();
  const handOver = vi.fn(() => call);
  tab.hold('meet-a', handOver);
  await new Promise((resolve) => setTimeout(resolve));
  expect(handOver).not.toHaveBeenCalled();
});

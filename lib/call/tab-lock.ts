// The lock that a tab in a call holds. Its name is all that other tabs can read of it, so it says which tab and which meeting.

export type Locks = Pick<LockManager, 'request' | 'query'>;

const PREFIX = 'mayfly.call';

export function lockName({ tab, alias }: { tab: string; alias: string }): string {
  return `${PREFIX} ${tab} ${alias}`;
}

/** The tab and its meeting; null for a lock that is about something else. */
export function readLockName(name = ''): { tab: string; alias: string } | null {
  const [prefix, tab, ...rest] = name.split(' ');
  const alias = rest.join(' ');
  return prefix === PREFIX && tab && alias ? { tab, alias } : null;
}

/** Holds a lock until it is let go: `onHeld` once it is ours, `onTaken` when another tab takes it by force. */
export function holdLock(locks: Locks, name: string, onHeld: () => void, onTaken: () => void): () => void {
  const waiting = new AbortController();
  let isOver = false;
  let letGo = () => waiting.abort();
  const held = () =>
    new Promise<void>((resolve) => {
      letGo = resolve;
      onHeld();
    });
  locks.request(name, { signal: waiting.signal }, held).catch((error: unknown) => {
    // A page in a frame of another site may be refused any lock: then nobody took it.
    if (!isOver && error instanceof DOMException && error.name === 'AbortError') onTaken();
  });
  return () => {
    isOver = true;
    letGo();
  };
}

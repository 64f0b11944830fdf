export interface Store<T> {
  get(): T;
  set(change: Partial<T>): void;
  subscribe: (listener: () => void) => () => void;
}

/** A value that React can follow with useSyncExternalStore: a new object at every change, and never otherwise. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      value = { ...value, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

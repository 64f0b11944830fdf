/**
 * What the browser keeps under a key: `localStorage` for the next visit, `sessionStorage` as long as the tab. It may be
 * forbidden (private windows, embedded pages), and the server has none: then nothing is kept, and nothing else breaks.
 */
export function keptText(area: 'localStorage' | 'sessionStorage', key: string) {
  function tried<T>(act: (storage: Storage) => T): T | null {
    try {
      return act(window[area]);
    } catch {
      return null;
    }
  }
  return {
    read: () => tried((storage) => storage.getItem(key)),
    /** Null forgets it. */
    keep: (text: string | null) =>
      void tried((storage) => (text === null ? storage.removeItem(key) : storage.setItem(key, text))),
  };
}

const loading = new Map<string, Promise<boolean>>();

/** A script host that accepts the connection and then says nothing would leave the visitor looking at "connecting". */
const LOAD_TIMEOUT_MS = 15_000;

/**
 * Runs a classic script once per address; false when it cannot be had. A failure is forgotten, so that trying again
 * really asks again. The element is made here and not by markup: the site's policy trusts what our own code adds.
 */
export function loadScript(url: string): Promise<boolean> {
  const known = loading.get(url);
  if (known) return known;
  const loaded = new Promise<boolean>((resolve) => {
    const script = document.createElement('script');
    const finish = (isLoaded: boolean) => {
      clearTimeout(timer);
      if (!isLoaded) {
        loading.delete(url);
        script.remove();
      }
      resolve(isLoaded);
    };
    const timer = setTimeout(() => finish(false), LOAD_TIMEOUT_MS);
    script.onload = () => finish(true);
    script.onerror = () => finish(false);
    script.src = url;
    document.head.append(script);
  });
  loading.set(url, loaded);
  return loaded;
}

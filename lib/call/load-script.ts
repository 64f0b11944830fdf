/** A script host that accepts the connection and then says nothing would leave the visitor looking at "connecting". */
const LOAD_TIMEOUT_MS = 15_000;

let onItsWay: { url: string; settled: Promise<void>; drop: () => void } | null = null;

/**
 * Runs a classic script, or gives up on it: whoever asked sees by what it should have brought, for a network's sign-in page may
 * come in its place. One at a time, and one that was given up never runs. The element is made here and not by markup: the
 * site's policy trusts what our own code adds.
 */
export function loadScript(url: string): Promise<void> {
  if (onItsWay?.url === url) return onItsWay.settled;
  onItsWay?.drop();
  const script = document.createElement('script');
  let drop = () => {};
  const settled = new Promise<void>((resolve) => {
    drop = () => {
      clearTimeout(timer);
      onItsWay = null;
      // Only taken off the page it would run all the same when it arrives; in another document it does not.
      new Document().adoptNode(script);
      resolve();
    };
    const timer = setTimeout(drop, LOAD_TIMEOUT_MS);
  });
  script.onload = script.onerror = drop;
  script.src = url;
  document.head.append(script);
  onItsWay = { url, settled, drop };
  return settled;
}

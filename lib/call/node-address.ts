/** Where a Conferencing Node is reached: its script by `origin`, and `host` as PexRTC wants to be told. */
export interface NodeAddress {
  origin: string;
  /** `host[:port]`, without a scheme: PexRTC puts one before it itself. */
  host: string;
}

/**
 * Reads the node of a join answer: `host[:port]` means https; only the simulator comes as an `http://localhost:…` address.
 * Null for anything else, since a script from there would run in the visitor's page.
 */
export function parseNodeAddress(node: string): NodeAddress | null {
  const text = /^https?:\/\//i.test(node) ? node : `https://${node}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !isLocal) return null;
  if (!url.hostname || url.username || url.password || url.search || url.hash || url.pathname !== '/') return null;
  return { origin: url.origin, host: url.host };
}

/** The node's own PexRTC: always of the node's version, so it is never bundled (pexrtc.md §1). */
export function scriptUrl(node: NodeAddress): string {
  return `${node.origin}/static/webrtc/js/pexrtc.js`;
}

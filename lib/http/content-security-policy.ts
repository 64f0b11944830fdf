/**
 * The policy of our pages. The one foreign script, PexRTC, is added by a script of ours that carries the nonce, which
 * 'strict-dynamic' allows; browsers talk to the Conferencing Nodes and to us, and to nobody else.
 */
export function contentSecurityPolicy(
  nonce: string,
  nodes: readonly string[],
  frameAncestors: readonly string[],
  isDevelopment: boolean,
): string {
  const origins = nodes.map((node) => (node.startsWith('http://') ? node : `https://${node}`)).join(' ');
  // Development's hot reload evaluates code, adds style elements and opens a web socket.
  const evaluation = isDevelopment ? " 'unsafe-eval'" : '';
  const style = isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    style,
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    `connect-src 'self' ${origins}${isDevelopment ? ' ws:' : ''}`,
    "font-src 'self'",
    `frame-ancestors ${frameAncestors.join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}

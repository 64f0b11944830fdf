/**
 * Sends `next` where `previous` was sent, or whatever of its kind. At the sender itself, not by `renegotiate`: that is one
 * standard call in every browser, works in every build, and spares the other track, which PexRTC 36 would stop along with
 * the old one.
 */
export function replaceTrack(
  pc: RTCPeerConnection | null | undefined,
  previous: MediaStreamTrack | null,
  next: MediaStreamTrack,
) {
  const senders = pc?.getSenders() ?? [];
  // The first of a kind is the main one; slides come after it.
  const sender =
    senders.find((it) => previous && it.track === previous) ?? senders.find((it) => it.track?.kind === next.kind);
  // Rejected when the connection closed in between, and then nobody waits for the picture any more.
  void sender?.replaceTrack(next).catch(() => {});
}

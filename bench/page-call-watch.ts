/** What a page saw of one call, in milliseconds since "Call now" was pressed. */
export interface CallMoments {
  /** The page says that it is calling. */
  progressMs?: number;
  /** The ticket for the call is here. */
  ticketMs?: number;
  /** PexRTC is here. */
  scriptMs?: number;
  /** The node has let us in. */
  tokenMs?: number;
  /** The node has answered our offer. */
  answerMs?: number;
  /** The media connection is up: ICE and DTLS are done. */
  connectedMs?: number;
  /** The first picture of the far end is on the screen. */
  pictureMs?: number;
}

declare global {
  interface Window {
    moments: CallMoments;
  }
}

/** Runs in the page before its own scripts, and changes nothing about them: it notes when what happens. */
export function watchCall(button: string): void {
  window.moments = {};
  let pressedAt = Number.NaN;
  const note = (name: keyof CallMoments, at = performance.now()) => {
    if (!Number.isNaN(pressedAt)) window.moments[name] ??= Math.max(0, at - pressedAt);
  };

  const onPress = (event: Event) => {
    if (!(event.target instanceof Element) || event.target.closest('button')?.textContent !== button) return;
    pressedAt = event.timeStamp; // when it was pressed, not when the page came to hear of it
  };
  window.addEventListener('click', onPress, { capture: true });

  const requests: [RegExp, keyof CallMoments][] = [
    [/\/api\/meetings\/[^/]+\/join$/, 'ticketMs'],
    [/\/pexrtc\.js$/, 'scriptMs'],
    [/\/request_token$/, 'tokenMs'],
    [/\/calls$/, 'answerMs'],
  ];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
      const { pathname } = new URL(entry.name);
      for (const [path, name] of requests) if (path.test(pathname)) note(name, entry.responseEnd);
    }
  }).observe({ type: 'resource', buffered: true });

  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') note('connectedMs');
      });
    }
  };

  const watched = new WeakSet<Element>();
  new MutationObserver(() => {
    // The two steps of a call that is being set up: the button is gone then, and its place says so. After the paint.
    if (document.querySelector('.animate-spin')) requestAnimationFrame(() => setTimeout(() => note('progressMs')));
    for (const video of document.querySelectorAll('video')) {
      if (video.muted || watched.has(video)) continue; // one's own picture is muted
      watched.add(video);
      video.requestVideoFrameCallback((_now, { expectedDisplayTime }) => note('pictureMs', expectedDisplayTime));
    }
  }).observe(document, { childList: true, subtree: true });
}

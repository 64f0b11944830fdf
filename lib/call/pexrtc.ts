import type { Call, CallSignal, DialRequest } from './call';
import { loadScript } from './load-script';
import { scriptUrl, type NodeAddress } from './node-address';
import { OwnShare } from './own-share';
import { listen } from './pexrtc-callbacks';
import type { PexRtc } from './pexrtc-client';
import { commandsOf, hostControlsOf } from './pexrtc-commands';

// The only file that reaches for PexRTC, Pexip's own client, loaded from the node. `pexrtc.md` describes it.

declare global {
  interface Window {
    PexRTC?: new () => PexRtc;
  }
}

/**
 * The client of the first node that gives one, for every node from then on. The script is a handful of globals that need each
 * other: a second one, of a node of another version, would put its own under those of calls that are on (pexrtc.md §1).
 */
async function loadFromNode(node: NodeAddress): Promise<PexRtc | null> {
  if (!window.PexRTC) await loadScript(scriptUrl(node));
  return window.PexRTC ? new window.PexRTC() : null;
}

/** Calls through PexRTC as the node gives it, or as `load` does; null means that there is none to be had. */
export function dialPexRtc(
  request: DialRequest,
  report: (signal: CallSignal) => void,
  load: (node: NodeAddress) => Promise<PexRtc | null> = loadFromNode,
): Call {
  let rtc: PexRtc | null = null;
  const life = new AbortController();
  let { alias } = request;
  const share = new OwnShare((sharing) => tell({ type: 'sharing-changed', sharing }));

  function tell(signal: CallSignal) {
    if (life.signal.aborted) return; // PexRTC calls back after its own end, and a replaced client must not be heard
    if (signal.type === 'transferred') alias = signal.alias; // also for the call after a wrong PIN
    if (signal.type === 'disconnected') rtc = null; // it has cleaned up after itself
    // A lost connection is hung up by whoever called, when the node can be reached again: now it would block the page, and
    // in vain.
    if (signal.type === 'failed' && signal.failure !== 'connection-lost') hangUp();
    if (signal.type === 'failed' || signal.type === 'disconnected') life.abort();
    report(signal);
  }

  function hangUp() {
    life.abort();
    const client = rtc;
    rtc = null;
    // Also after an error: PexRTC keeps its token then, and with it a ghost without picture in everybody's roster.
    // One that broke half way may break here again, and has nothing left to tell the node.
    attempt(() => client?.disconnect());
  }

  /** PexRTC throws what it did not foresee: without this the panel would say "calling" for ever. */
  function step(act: (client: PexRtc) => unknown) {
    const client = rtc;
    if (client && !attempt(() => act(client))) tell({ type: 'failed', failure: 'other' });
  }

  function onClient(act: (client: PexRtc) => unknown) {
    const client = rtc;
    if (client) attempt(() => act(client));
  }

  function dial() {
    step((client) => {
      client.muteAudio(request.isMicrophoneMuted);
      client.muteVideo(request.isCameraMuted);
      client.makeCall(request.node.host, alias, request.displayName, null, 'video');
    });
  }

  function begin(loaded: PexRtc | null) {
    if (life.signal.aborted) return;
    if (!loaded) return tell({ type: 'failed', failure: 'node-unreachable' });
    rtc = loaded;
    rtc.call_tag = request.callTag;
    rtc.pin = request.pin;
    // Our own stream: PexRTC's capture would be left running when one hangs up while the browser still asks.
    rtc.user_media_stream = request.media;
    listen(rtc, tell, share, dial);
    dial();
  }

  // It rejects where the script is not the one we know: its constructor throws, or is none.
  load(request.node).then(begin, () => tell({ type: 'failed', failure: 'other' }));

  return {
    ...commandsOf(() => rtc, onClient, share),
    ...hostControlsOf(onClient, life.signal),
    enterPin: (pin) => step((client) => client.connect(pin)),
    hangUp,
  };
}

/** Whether it went through without throwing. */
function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

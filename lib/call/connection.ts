import type { Admission } from './admission';
import { afterPaint } from './after-paint';
import type { Call, CallSignal, Dial, DialRequest } from './call';
import { reasonByClock, reasonFromNode, type EndReason } from './end-reasons';
import type { MeetingTarget } from './meeting-source';
import { watchMeeting, type MeetingEnd } from './meeting-watch';

/** One dial until it is over. */
export interface Connection {
  target: MeetingTarget;
  call: Call;
  /**
   * Hangs up; nothing is heard of it any more. The node is told a moment later, once the page says that the call is over:
   * PexRTC tells it by a request that blocks the page, for as long as a node that hangs takes to answer.
   * `isForAll`: the node is asked to put everybody out, and we hang up behind that.
   */
  close(isForAll: boolean): void;
  /** Tells the node now, if it was not told yet: somebody else is about to dial, or the page is about to go. */
  hangUp(): void;
}

export interface ConnectionListener {
  onSignal(signal: Exclude<CallSignal, { type: 'disconnected' }>): void;
  /** What our site says of the meeting's end, whether it was moved or not. */
  onEndKnown(end: MeetingEnd): void;
  /** There is no reason to go on: the connection is to be closed. */
  onOver(reason: EndReason): void;
}

/**
 * How long a node may take to put everybody out. Our token is part of that request, and hanging up gives it back: sent right
 * behind it, that could be there first. Usually the node has put us out by then, and there is nothing left to hang up.
 */
const PUT_OUT_WITHIN_MS = 3_000;

type Media = Pick<DialRequest, 'media' | 'isMicrophoneMuted' | 'isCameraMuted'>;

/** Dials with one ticket, and watches for everything that ends a call: the node, the meeting, the page. */
export function connect(
  { target, node, callTag, pin, validUntilMs, skewMs }: Admission,
  displayName: string,
  media: Media,
  dial: Dial,
  listener: ConnectionListener,
): Connection {
  const { alias } = target;
  const watch = watchMeeting(alias, { validUntilMs, skewMs }, ({ state, timeLeftMs, ...end }) => {
    listener.onEndKnown(end);
    const reason = reasonByClock(state, timeLeftMs);
    if (reason) listener.onOver(reason);
  });

  /** The node's own words do not tell a meeting's end from its cancellation; our site knows. */
  async function explain(nodeReason: string) {
    const news = await watch.ask();
    if (news) listener.onOver(reasonFromNode(nodeReason, news.state, news.timeLeftMs));
  }

  let isClosed = false;
  let hasHungUp = false;

  function hangUp() {
    if (hasHungUp) return;
    hasHungUp = true;
    window.removeEventListener('pagehide', onPageHide);
    call.hangUp();
  }

  // Closing the tab without this leaves a ghost until its token expires; PexRTC has no handler of its own. There is no
  // moment later then: it has to be now.
  function onPageHide() {
    if (!isClosed) listener.onOver('page-left');
    hangUp();
  }
  window.addEventListener('pagehide', onPageHide);

  const call = dial({ node, alias, displayName, callTag, pin, ...media }, (signal) => {
    if (isClosed) return;
    if (signal.type === 'disconnected') void explain(signal.reason);
    else listener.onSignal(signal);
  });
  return {
    target,
    call,
    close(isForAll) {
      isClosed = true;
      watch.stop();
      if (!isForAll) return afterPaint(hangUp);
      call.endForAll();
      setTimeout(hangUp, PUT_OUT_WITHIN_MS);
    },
    hangUp,
  };
}

import type { Admission } from './admission';
import type { Call, CallSignal, Dial, DialRequest } from './call';
import { DialDeadline } from './dial-deadline';
import { reasonByClock, reasonFromNode, type EndReason } from './end-reasons';
import { hangingUp, type Farewell, type HangingUp } from './farewell';
import type { NodeAddress } from './node-address';
import { watchMeeting, type MeetingEnd, type MeetingNews } from './meeting-watch';

/** One dial until it is over. */
export interface Connection {
  node: NodeAddress;
  call: Call;
  /** The node has taken the call, whether sound and picture come through or not. */
  readonly isUp: boolean;
  /** Nothing is heard of it any more. */
  close(farewell: Farewell): void;
  hangingUp: HangingUp;
}

export interface ConnectionListener {
  onSignal(signal: Exclude<CallSignal, { type: 'disconnected' }>): void;
  /** What our site says of the meeting's end, whether it was moved or not. */
  onEndKnown(end: MeetingEnd): void;
  /** There is no reason to go on: the connection is to be closed. `isSure`: our site has said so just now. */
  onOver(reason: EndReason, isSure?: boolean): void;
}

export type Outgoing = Pick<DialRequest, 'media' | 'isMicrophoneMuted' | 'isCameraMuted'>;

/** Dials with one ticket, and watches for everything that ends a call: the node, its silence, the meeting. */
export function connect(
  { target, node, role, callTag, pin, validUntilMs, skewMs }: Admission,
  displayName: string,
  outgoing: Outgoing,
  dial: Dial,
  listener: ConnectionListener,
): Connection {
  const { alias } = target;
  const onNews = ({ state, timeLeftMs, ...end }: MeetingNews) => {
    listener.onEndKnown(end);
    const reason = reasonByClock(state, timeLeftMs);
    if (reason) listener.onOver(reason, state !== null);
  };
  // A host who opened somebody's personal link is in by more than that.
  let watch = watchMeeting(role === 'guest' ? target : { alias }, { validUntilMs, skewMs }, onNews);

  /** The end of the meeting before must not end the next one, which may be none of our site's. */
  function follow(movedTo: string) {
    watch.stop();
    watch = watchMeeting({ alias: movedTo }, { validUntilMs: Infinity, skewMs }, onNews);
    void watch.ask().then((news) => news && onNews(news)); // whether it is ours, and how long it has left
  }

  /** The node's own words do not tell a meeting's end from its cancellation; our site knows. */
  async function explain(nodeReason: string) {
    const news = await watch.ask();
    if (news) listener.onOver(reasonFromNode(nodeReason, news.state, news.timeLeftMs));
  }

  let [isClosed, isUp] = [false, false];
  const deadline = new DialDeadline(() => listener.onSignal({ type: 'failed', failure: 'node-unreachable' }));

  const call = dial({ node, alias, displayName, callTag, pin, ...outgoing }, (signal) => {
    if (isClosed) return;
    deadline.heard(signal.type);
    if (signal.type === 'connected') isUp = true;
    if (signal.type === 'transferred') {
      isUp = false;
      follow(signal.alias);
    }
    if (signal.type === 'disconnected') void explain(signal.reason);
    else listener.onSignal(signal);
  });
  const ending = hangingUp(call, node);
  return {
    node,
    get isUp() {
      return isUp;
    },
    call: {
      ...call,
      enterPin(typed) {
        deadline.pinTyped();
        call.enterPin(typed);
      },
    },
    close(farewell) {
      isClosed = true;
      deadline.stop();
      watch.stop();
      ending.begin(farewell);
    },
    hangingUp: ending,
  };
}

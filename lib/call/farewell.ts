import { afterPaint } from './after-paint';
import type { Call } from './call';
import type { NodeAddress } from './node-address';
import { isNodeThere } from './node-choice';
import { TOKEN_LIFE_MS } from './token-life';

/**
 * How a call is hung up.
 * - `soon`: when the page says that it is over: PexRTC tells the node by a request that blocks the page, for as long as a node
 *   that hangs takes to answer;
 * - `for-all`: the node is asked to put everybody out, and we hang up behind that;
 * - `when-there`: as soon as the node can be reached, since it cannot just now.
 */
export type Farewell = 'soon' | 'for-all' | 'when-there';

export interface HangingUp {
  begin(farewell: Farewell): void;
  /** Tells the node now, if it was not told yet: somebody else is about to dial, or the page is about to go. */
  now(): void;
  /** Tells the node if it can be reached now. Without this, the old self would stay in the roster until its token expires. */
  ifThere(): Promise<void>;
}

/**
 * How long a node may take to put everybody out. Our token is part of that request, and hanging up gives it back: sent right
 * behind it, that could be there first. Usually the node has put us out by then, and there is nothing left to hang up.
 */
const PUT_OUT_WITHIN_MS = 3_000;

const TRY_EVERY_MS = 2_000;

/** The one way in which a call is hung up: once, and at the latest when the page goes. */
export function hangingUp(call: Call, node: NodeAddress): HangingUp {
  let isDone = false;

  function now() {
    if (isDone) return;
    isDone = true;
    window.removeEventListener('pagehide', now);
    call.hangUp();
  }
  // Closing the tab without this leaves a ghost until its token expires; PexRTC has no handler of its own. There is no
  // moment later then: it has to be now.
  window.addEventListener('pagehide', now);

  async function ifThere() {
    if (!isDone && (await isNodeThere(node))) now();
  }

  async function whenThere() {
    const untilMs = Date.now() + TOKEN_LIFE_MS;
    for (;;) {
      await ifThere();
      if (isDone || Date.now() > untilMs) return;
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
    }
  }

  return {
    now,
    ifThere,
    begin(farewell) {
      if (farewell === 'soon') return afterPaint(now);
      if (farewell === 'when-there') return void whenThere();
      call.endForAll();
      setTimeout(now, PUT_OUT_WITHIN_MS);
    },
  };
}

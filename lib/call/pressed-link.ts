/** A link of the page that was pressed. */
export interface PressedLink {
  href: string;
  /** Pressed as it is: with a key held down or another button, the browser opens it elsewhere by itself. */
  isPlain: boolean;
  /** It opens elsewhere, or is saved. */
  opensElsewhere: boolean;
  /** It leads to a page of ours that has no place for the call. */
  leavesTheCall: boolean;
}

/**
 * What becomes of a link that is pressed during a call: it goes on, is opened beside the call that it would end, or is held.
 * Next answers a page that cannot be fetched by a navigation of the browser, and that hangs up. For some seconds nothing
 * shows yet that the network is gone, so our site is asked before the link goes.
 */
export function fateOf(link: PressedLink, pageHref: string, isReachable: boolean): 'go' | 'beside' | 'hold' | 'ask' {
  const { isPlain, opensElsewhere, leavesTheCall } = link;
  if (!isPlain || opensElsewhere) return 'go';
  const [to, page] = [new URL(link.href), new URL(pageHref)];
  if (!to.protocol.startsWith('http')) return 'go'; // a telephone or a mail program
  if (to.origin !== page.origin || leavesTheCall) return 'beside';
  const isSamePage = to.pathname === page.pathname && to.search === page.search;
  if (isSamePage) return 'go';
  return isReachable ? 'ask' : 'hold';
}

type Link = Pick<HTMLAnchorElement, 'click' | 'href' | 'isConnected'>;

export interface LinkEffects {
  isSiteThere(): Promise<boolean>;
  pageHref(): string;
  hold(): void;
}

/** Links that wait for an answer of our site before they go: that they are wanted still has to be looked at then. */
export function askedLinks({ isSiteThere, pageHref, hold }: LinkEffects) {
  let pressedLast = 0;
  let going: Link | null = null;
  return {
    /** True for the click by which a link goes after the answer: that one is nobody's press. */
    isGoing: (link: Link) => link === going,
    /** Whatever becomes of it: a link that waits is no longer wanted. */
    pressed: () => void (pressedLast += 1),

    async ask(link: Link): Promise<void> {
      const [mine, page] = [pressedLast, pageHref()];
      const isThere = await isSiteThere();
      if (mine !== pressedLast || page !== pageHref()) return;
      // A click on what was taken out of the page reaches no listener: the browser itself would follow, and hang up.
      if (!link.isConnected) return;
      if (!isThere) return hold();
      going = link;
      link.click(); // as it was pressed, for whoever listens to it
      going = null;
    },
  };
}

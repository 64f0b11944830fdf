import type { SiteAnswer } from './network';

type Link = Pick<HTMLAnchorElement, 'click' | 'href' | 'isConnected'>;

export interface LinkEffects {
  askSite(): Promise<SiteAnswer>;
  pageHref(): string;
  openBeside(href: string): void;
  hold(): void;
}

/** Links that wait for an answer of our site before they go: that they are wanted still has to be looked at then. */
export function askedLinks({ askSite, pageHref, openBeside, hold }: LinkEffects) {
  let pressedLast = 0;
  let going: Link | null = null;
  return {
    /** True for the click by which a link goes after the answer: that one is nobody's press. */
    isGoing: (link: Link) => link === going,
    /** Whatever becomes of it: a link that waits is no longer wanted. */
    pressed: () => void (pressedLast += 1),

    async ask(link: Link): Promise<void> {
      const [mine, page] = [pressedLast, pageHref()];
      const answer = await askSite();
      if (mine !== pressedLast || page !== pageHref()) return;
      // A click on what was taken out of the page reaches no listener: the browser itself would follow, and hang up.
      if (!link.isConnected) return;
      if (answer === 'gone') return hold();
      // Next leaves for a page of another build by a navigation of the browser.
      if (answer === 'renewed') return openBeside(link.href);
      going = link;
      link.click(); // as it was pressed, for whoever listens to it
      going = null;
    },
  };
}

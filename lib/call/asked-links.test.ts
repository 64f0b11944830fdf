import { beforeEach, describe, expect, it } from 'vitest';
import { askedLinks } from './asked-links';
import type { SiteAnswer } from './network';

let happened: string[];
let page: string;
let links: ReturnType<typeof askedLinks>;
/** Gives the answer to the oldest question. */
let answer: (site: SiteAnswer) => Promise<void>;

beforeEach(() => {
  happened = [];
  page = '/cover';
  const asked: ((site: SiteAnswer) => void)[] = [];
  links = askedLinks({
    askSite: () => new Promise((resolve) => asked.push(resolve)),
    pageHref: () => page,
    openBeside: (href) => happened.push(`${href} beside`),
    hold: () => happened.push('held'),
  });
  answer = async (site) => {
    asked.shift()!(site);
    await new Promise((resolve) => setTimeout(resolve));
  };
});

/** A link that tells how it went: by a click that is the answer's, or by one that would be asked about again. */
function pressed(href: string) {
  const link = {
    href,
    isConnected: true,
    click: () => void happened.push(`${href} ${links.isGoing(link) ? 'goes' : 'is asked about again'}`),
  };
  links.pressed();
  void links.ask(link);
  return link;
}

describe('a link that waits for an answer', () => {
  it('goes when the site is there, and no later click of it is taken for that one', async () => {
    const link = pressed('/claims');
    expect(happened).toEqual([]);
    await answer('there');
    link.click();
    expect(happened).toEqual(['/claims goes', '/claims is asked about again']);
  });

  it('is held when the site is gone', async () => {
    pressed('/claims');
    await answer('gone');
    expect(happened).toEqual(['held']);
  });

  it('is opened beside the call when the site is a new release', async () => {
    pressed('/claims');
    await answer('renewed');
    expect(happened).toEqual(['/claims beside']);
  });

  it.each(['there', 'renewed', 'gone'] as const)('is forgotten when another was pressed: %s', async (site) => {
    pressed('/claims');
    pressed('/contact');
    await answer(site);
    expect(happened).toEqual([]);
    await answer('there');
    expect(happened).toEqual(['/contact goes']);
  });

  it('goes once when it was pressed twice', async () => {
    const link = pressed('/claims');
    links.pressed();
    void links.ask(link);
    await answer('there');
    await answer('there');
    expect(happened).toEqual(['/claims goes']);
  });

  it('is forgotten when it has left the page', async () => {
    pressed('/claims').isConnected = false;
    await answer('there');
    expect(happened).toEqual([]);
  });

  it('is forgotten when the page has changed under it', async () => {
    pressed('/claims');
    page = '/';
    await answer('there');
    expect(happened).toEqual([]);
  });
});

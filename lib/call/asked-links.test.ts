import { beforeEach, describe, expect, it } from 'vitest';
import { askedLinks } from './asked-links';

let happened: string[];
let page: string;
let links: ReturnType<typeof askedLinks>;
/** Gives the answer to the oldest question. */
let answer: (isThere: boolean) => Promise<void>;

beforeEach(() => {
  happened = [];
  page = '/cover';
  const asked: ((isThere: boolean) => void)[] = [];
  links = askedLinks({
    isSiteThere: () => new Promise((resolve) => asked.push(resolve)),
    pageHref: () => page,
    hold: () => happened.push('held'),
  });
  answer = async (isThere) => {
    asked.shift()!(isThere);
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
    await answer(true);
    link.click();
    expect(happened).toEqual(['/claims goes', '/claims is asked about again']);
  });

  it('is held when the site is gone', async () => {
    pressed('/claims');
    await answer(false);
    expect(happened).toEqual(['held']);
  });

  it.each([true, false])('is forgotten when another was pressed, be the site there or not: %s', async (isThere) => {
    pressed('/claims');
    pressed('/contact');
    await answer(isThere);
    expect(happened).toEqual([]);
    await answer(true);
    expect(happened).toEqual(['/contact goes']);
  });

  it('goes once when it was pressed twice', async () => {
    const link = pressed('/claims');
    links.pressed();
    void links.ask(link);
    await answer(true);
    await answer(true);
    expect(happened).toEqual(['/claims goes']);
  });

  it('is forgotten when it has left the page', async () => {
    pressed('/claims').isConnected = false;
    await answer(true);
    expect(happened).toEqual([]);
  });

  it('is forgotten when the page has changed under it', async () => {
    pressed('/claims');
    page = '/';
    await answer(true);
    expect(happened).toEqual([]);
  });
});

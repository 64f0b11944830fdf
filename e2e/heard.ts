import { expect, type Locator, type Page } from '@playwright/test';

declare global {
  interface Window {
    /** All that the page's live regions said, in order. */
    told: string[];
  }
}

/** Runs in each page before its own scripts: remembers what is read to who listens; what is inert is not. */
export function watchTold(): void {
  window.told = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest('[role="status"]');
      if (region?.textContent && !region.closest('[inert]')) window.told.push(region.textContent);
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/**
 * Whoever listens has heard `text` since the page was opened. News makes place for the next, so a look at the page alone may
 * come too late for it.
 */
export async function expectToHear(page: Page, text: string, { timeout = 15_000 } = {}): Promise<void> {
  const told = () => page.evaluate(() => window.told);
  await expect.poll(told, { timeout }).toContainEqual(expect.stringContaining(text));
}

/**
 * Follows what the elements that match `selector` say within `place`. The function it returns gives all that they said since,
 * one after another: for what goes by itself a moment later, and may be gone when a look comes.
 */
export async function follow(place: Locator, selector: string): Promise<() => Promise<string[]>> {
  const said = await place.evaluateHandle((element, selector) => {
    const look = () => [...element.querySelectorAll(selector)].map((each) => each.textContent).join('\n');
    const said = [look()];
    new MutationObserver(() => said.push(look())).observe(element, {
      ...{ childList: true, subtree: true, characterData: true },
    });
    return said;
  }, selector);
  return () => said.jsonValue();
}

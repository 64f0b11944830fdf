import type { Page } from '@playwright/test';
import { legOf } from './events-sample';
import type { BenchAgent } from './events-seed';
import type { OpenDesk } from './events-telling';
import { launchChromium, NAMES_AS_TSX_KEEPS_THEM } from './on-chromium';

declare global {
  interface Window {
    /** Each name of the sample when it first stood in the page, in ms since the epoch. */
    shownAt: Record<string, number>;
  }
}

const PATIENCE_MS = 60_000;
const NAME = /^Dana Visitor \d+\.\d+$/;

/** An agent's desk in a browser of its own, with all that is in it. It shows the first rows of each heading until asked for more. */
export async function openDeskTab(appUrl: string, { email, password }: BenchAgent): Promise<OpenDesk> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(NAMES_AS_TSX_KEEPS_THEM);
  await page.addInitScript(watchNames);
  await page.goto(`${appUrl}/dashboard`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Live meetings' }).waitFor();
  await page.getByText(NAME).first().waitFor();
  return {
    legs: async () => [...new Set((await shownNames(page)).map(legOf))],
    heard: async () => new Map(Object.entries(await page.evaluate(() => window.shownAt))),
    close: () => browser.close(),
  };
}

const shownNames = (page: Page) => page.getByText(NAME).allTextContents();

/** Runs in the page before its own scripts: notes when names come to stand in it. */
function watchNames(): void {
  window.shownAt = {};
  const note = (text: string | null) => {
    for (const [name] of (text ?? '').matchAll(/Dana Visitor \d+\.\d+/g))
      window.shownAt[name] ??= performance.timeOrigin + performance.now();
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') note(target.nodeValue);
      for (const node of addedNodes) note(node.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

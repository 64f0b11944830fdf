import type { Browser } from '@playwright/test';
import { gzipBytes, watchScripts } from '@/e2e/page-scripts';
import { NAMES_AS_TSX_KEEPS_THEM } from './on-chromium';
import { watchCall, type CallMoments } from './page-call-watch';

const PICTURE_WITHIN_MS = 30_000;
const LONGEST_WAIT_MS = 60_000;

/** One visitor's call, in milliseconds. */
export interface CallFigures extends Required<CallMoments> {
  /** From the press of the button in the corner until the panel is there. */
  panelMs: number;
}

/**
 * A visitor with a browser of their own calls from the corner of the site, alone: what the far end's picture shows then is
 * the conference's own, and it comes the same way. Throws when no picture comes.
 */
export async function measureCall(browser: Browser, siteUrl: string): Promise<CallFigures> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  try {
    await context.addInitScript(NAMES_AS_TSX_KEEPS_THEM);
    await context.addInitScript(watchCall, 'Call now');
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST_WAIT_MS);
    await page.goto(siteUrl, { waitUntil: 'networkidle' });
    const pressedAt = performance.now();
    await page.getByRole('button', { name: 'Talk to us' }).click();
    const name = page.getByLabel('Your name');
    await name.waitFor();
    const panelMs = performance.now() - pressedAt;
    await name.fill('Ann Ash');
    // As it is by the time somebody has typed a name: one's own picture is there.
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0);
    await page.getByRole('button', { name: 'Call now' }).click();
    await page.waitForFunction(() => window.moments.pictureMs !== undefined, null, { timeout: PICTURE_WITHIN_MS });
    const moments = (await page.evaluate(() => window.moments)) as Required<CallMoments>;
    await page.getByRole('button', { name: 'Leave' }).click();
    return { ...moments, panelMs };
  } finally {
    await context.close();
  }
}

/** Bytes, gzip: what the panel fetches when it is opened, and the call when it is begun. */
export async function weighPanel(browser: Browser, siteUrl: string): Promise<{ panel: number; inCall: number }> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  try {
    const page = await context.newPage();
    const fetched = watchScripts(page, siteUrl);
    await page.goto(siteUrl, { waitUntil: 'networkidle' });
    await fetched();
    await page.getByRole('button', { name: 'Talk to us' }).click();
    await page.getByLabel('Your name').fill('Ann Ash');
    const panel = gzipBytes(await fetched());
    await page.getByRole('button', { name: 'Call now' }).click();
    await page.getByRole('button', { name: 'Leave' }).waitFor();
    return { panel, inCall: gzipBytes(await fetched()) };
  } finally {
    await context.close();
  }
}

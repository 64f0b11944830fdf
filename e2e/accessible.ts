import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Where the call is, in the corner of the site and on its own page: the site around it has specs of its own. */
export const CORNER = '[data-corner]';
export const JOIN_PAGE = '[data-in-call]';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Holds a page or a part of it, as it stands, to what axe can tell of WCAG 2.2 AA, in light and in dark. */
export async function expectAccessible(page: Page, state: string, part = 'body'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // What is fading in has other colours on its way; what turns for ever is not waited for.
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState, effect }) => {
        const isEndless = effect?.getComputedTiming().endTime === Infinity;
        return isEndless || playState !== 'running';
      }),
    );
    const { violations } = await new AxeBuilder({ page }).include(part).withTags(WCAG_22_AA).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

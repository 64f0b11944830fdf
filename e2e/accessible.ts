import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Where the call is, in the corner of the site and on its own page: the site around it has specs of its own. */
export const CORNER = '[data-corner]';
export const JOIN_PAGE = '[data-in-call]';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What may be another in the dark; names, roles and sizes are not. */
const OF_COLOURS = ['color-contrast'];

/** Holds a page or a part of it, as it stands, to what axe can tell of WCAG 2.2 AA; in the dark, to what that may change. */
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
    const axe = new AxeBuilder({ page }).include(part);
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(WCAG_22_AA) : axe.withRules(OF_COLOURS)
    ).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

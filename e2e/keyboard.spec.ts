import type { Page } from '@playwright/test';
import { CORNER } from './accessible';
import { callFromSite, expect, test } from './people';

/** The button that has the keyboard, by its whole name. */
const focused = (page: Page, name: string) => expect(page.getByRole('button', { name, exact: true })).toBeFocused();

/** Goes on by Tab as far as a control, which has to be on the way. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'textbox' | 'combobox' = 'button') {
  const wanted = page.getByRole(role, { name, exact: true });
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let step = 0; !(await isThere()); step += 1) {
    expect(step, `Tab comes to ${String(name)}`).toBeLessThan(40);
    await page.keyboard.press('Tab');
  }
}

async function go(page: Page, name: string | RegExp, key = 'Enter') {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test('a whole call by keyboard, which never loses its place', async ({ newPerson }) => {
  const visitor = await newPerson();
  const heading = (name: string) => visitor.getByRole('heading', { name, exact: true });
  await visitor.goto('/');
  await go(visitor, 'Talk to us');
  await expect(heading('Talk to us face to face')).toBeFocused();

  await go(visitor, 'Stop video', 'Space');
  await focused(visitor, 'Start video');
  await visitor.keyboard.press('Space');
  await focused(visitor, 'Stop video');
  await visitor.keyboard.press('Tab'); // the settings, which fold out
  await visitor.keyboard.press('Enter');
  await tabTo(visitor, 'Microphone', 'combobox');
  await tabTo(visitor, 'Your name', 'textbox');
  await visitor.keyboard.type('Dana');
  await go(visitor, 'Call now');
  await expect(heading('Video call')).toBeFocused({ timeout: 30_000 });

  await go(visitor, 'Mute', 'Space');
  await focused(visitor, 'Unmute');
  await go(visitor, /^1 person/);
  await expect(heading('People')).toBeFocused();
  await go(visitor, 'Lock the call');
  await focused(visitor, 'Unlock the call');
  await visitor.keyboard.press('Escape');
  await focused(visitor, '1 person');
  await visitor.keyboard.press('t');
  await expect(visitor.getByLabel('Message to everyone')).toBeFocused();
  await visitor.keyboard.press('Escape');
  await focused(visitor, 'Chat');
  await go(visitor, 'More actions');
  await go(visitor, 'Raise hand');
  await focused(visitor, 'More actions');
  await visitor.keyboard.press('Enter');
  await go(visitor, 'Camera and sound');
  await expect(heading('Camera and sound')).toBeFocused();
  await visitor.keyboard.press('Escape');
  await focused(visitor, 'More actions');

  await visitor.keyboard.press('Escape');
  await focused(visitor, 'Open call');
  await visitor.keyboard.press('Enter');
  await expect(heading('Video call')).toBeFocused();
  await go(visitor, 'Leave');
  await expect(heading('You left the call')).toBeFocused();
  await visitor.keyboard.press('Escape');
  await focused(visitor, 'Talk to us');
});

/** Controls and headings in a part of the page that cannot be brought wholly into sight, or whose words are cut off. */
function cutOff(page: Page, part: string): Promise<string[]> {
  return page.locator(part).evaluate((panel) => {
    const all = [
      ...panel.querySelectorAll<HTMLElement>('button, a, input:not(.sr-only), select, textarea, summary, h2, h3'),
    ];
    const isShown = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sr-only, [inert]');
    const found = all.filter(isShown).filter((element) => {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom, width } = element.getBoundingClientRect();
      const isOutside = left < -1 || top < -1 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1;
      const isCovered = !element.contains(document.elementFromPoint(left + width / 2, (top + bottom) / 2));
      const words = document.createRange();
      words.selectNodeContents(element);
      const areWordsCut = element.matches('button, a, h2, h3') && words.getBoundingClientRect().width > width + 1;
      return isOutside || isCovered || areWordsCut;
    });
    const isWide = document.documentElement.scrollWidth > window.innerWidth;
    return [...found.map((element) => element.outerHTML.slice(0, 200)), ...(isWide ? ['the page is wider'] : [])];
  });
}

test('at 200 % and with reduced motion nothing is cut off, and nothing moves', async ({ newPerson }) => {
  const visitor = await newPerson();
  await visitor.setViewportSize({ width: 720, height: 450 }); // 1440 × 900, magnified twice
  await visitor.emulateMedia({ reducedMotion: 'reduce' });
  const expectStill = async (state: string, part = CORNER) => {
    expect(await cutOff(visitor, part), state).toEqual([]);
    // By how long each takes: what is over with the next picture is no motion, late as that may be on a busy machine.
    const moving = await visitor.evaluate(() => {
      const endsAt = document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime));
      return endsAt.filter((ms) => ms > 1).length;
    });
    expect(moving, state).toBe(0);
  };
  await visitor.goto('/');
  await visitor.getByRole('button', { name: 'Talk to us' }).click();
  await expect(visitor.getByLabel('Your own picture', { exact: true })).toBeVisible();
  await expectStill('the lobby');
  await visitor.keyboard.press('Escape');
  await callFromSite(visitor, 'Dana');
  await expectStill('the call');
  for (const name of ['People', 'Keypad', 'Keyboard shortcuts']) {
    if (name === 'People') await visitor.getByRole('button', { name: '1 person' }).click();
    else {
      await visitor.getByRole('button', { name: 'More actions' }).click();
      await expectStill('more actions', '[data-menu]');
      await visitor.getByRole('button', { name, exact: true }).click();
    }
    await expect(visitor.getByRole('region', { name, exact: true })).toBeVisible();
    await expectStill(name);
  }
  await visitor.getByRole('button', { name: 'Minimise' }).click();
  await expectStill('the tile');
  await visitor.getByRole('button', { name: 'Leave' }).click();
  await expect(visitor.getByRole('heading', { name: 'You left the call' })).toBeVisible();
  await expectStill('the end');
});

import { readFileSync } from 'node:fs';
import { languageCodes, type Language } from '@/lib/words/languages';
import { buttonBytes } from './button-weight';
import { gzipBytes, isOfACall, watchScripts, type PageScript } from './page-scripts';
import { expect, press, test } from './people';
import { stack } from './stack';

// What a visitor's browser has to fetch, on the way and when somebody wants to call.

const BUTTON_AT_MOST = 5_000;
/** The lobby, which the press fetches. */
const LOBBY_AT_MOST = 58_000;
/** With it what comes while the call is being dialled: all of the panel but what blurs. */
const PANEL_AT_MOST = 80_000;

// Read, and not imported: Node wants to be told of JSON otherwise than the bundler.
const wordsOf = (language: Language, area: string) =>
  JSON.parse(readFileSync(`messages/${language}/${area}.json`, 'utf8'));

const told = (scripts: PageScript[]) => scripts.map(({ url, gzipBytes }) => `${url}: ${gzipBytes}`).join('\n');

test('a page carries no code of the call until somebody presses the button', async ({ newPerson }) => {
  const visitor = await newPerson();
  const fetched = watchScripts(visitor, stack().APP_URL);
  for (const path of ['/cover', '/claims', '/contact', '/']) {
    await visitor.goto(path, { waitUntil: 'networkidle' });
    const scripts = await fetched();
    expect(scripts.length, path).toBeGreaterThan(0);
    expect(
      scripts.filter(isOfACall).map(({ url }) => url),
      path,
    ).toEqual([]);
  }

  const button = visitor.getByRole('button', { name: 'Talk to us' });
  await button.hover();
  await button.focus();
  await visitor.keyboard.press('Tab');
  await visitor.waitForTimeout(500); // the network rests once for each page, and that was before
  expect(
    (await fetched()).map(({ url }) => url),
    'passing by',
  ).toEqual([]);
});

for (const language of languageCodes) {
  test(`the panel is light in ${language}`, async ({ newPerson }) => {
    const [lobbyWords, callWords] = [wordsOf(language, 'lobby'), wordsOf(language, 'call')];
    const visitor = await newPerson();
    await visitor.goto('/', { waitUntil: 'networkidle' });
    await visitor.evaluate((lang) => (document.documentElement.lang = lang), language);
    const fetched = watchScripts(visitor, stack().APP_URL);

    await visitor.getByRole('button', { name: 'Talk to us' }).click();
    await visitor.getByLabel(lobbyWords.name).fill('Dana');
    const lobby = await fetched();
    // Or the search of the pages would find nothing wherever it looked.
    expect(lobby.filter(isOfACall), 'the code of the call').not.toEqual([]);
    expect(gzipBytes(lobby), `the lobby in bytes, gzip:\n${told(lobby)}`).toBeLessThanOrEqual(LOBBY_AT_MOST);

    await press(visitor, lobbyWords.site.join);
    await expect(visitor.getByRole('button', { name: callWords.leave, exact: true })).toBeVisible({ timeout: 30_000 });
    const screen = await fetched();
    expect(screen, 'the call’s own screen').not.toEqual([]);
    const panel = [...lobby, ...screen];
    expect(gzipBytes(panel), `the panel in bytes, gzip:\n${told(panel)}`).toBeLessThanOrEqual(PANEL_AT_MOST);
  });
}

test('the button adds next to nothing to a page', () => {
  const bytes = buttonBytes();
  expect(bytes, 'bytes, gzip').toBeGreaterThan(500);
  expect(bytes, 'bytes, gzip').toBeLessThanOrEqual(BUTTON_AT_MOST);
});

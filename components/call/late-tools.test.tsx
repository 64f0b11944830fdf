import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { englishWords } from '@/lib/words/english';

const site = vi.fn();
beforeEach(() => vi.stubGlobal('fetch', site.mockRejectedValue(new TypeError('offline'))));
afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('./tools');
  vi.doUnmock('@/lib/words/late-words');
  vi.resetModules();
});

/** As a page has it that has fetched nothing yet. */
async function freshPage() {
  const [{ LateTool }, { fetchTools }, { WordsProvider }] = await Promise.all([
    import('./late-tools'),
    import('./fetch-tools'),
    import('./words-provider'),
  ]);
  const shown = () =>
    renderToStaticMarkup(
      <WordsProvider words={englishWords}>
        <LateTool>{({ ShortcutList }) => <ShortcutList />}</LateTool>
      </WordsProvider>,
    );
  return { shown, fetchTools };
}

const gone = () => {
  throw new Error('the file is gone');
};
const HERE = 'Hold to speak while muted';

it('waits quietly, and then is here', async () => {
  const { shown, fetchTools } = await freshPage();
  expect(shown()).toContain('One moment…');
  const fetched = fetchTools('en');
  expect(shown()).toContain('One moment…');
  await fetched;
  expect(shown()).toContain(HERE);
});

it('says what cannot be had, goes on saying it while it is tried again, and is here when it comes', async () => {
  vi.doMock('./tools', gone);
  const { shown, fetchTools } = await freshPage();
  await fetchTools('en');
  expect(shown()).toContain('Check your connection and try again.');

  vi.doUnmock('./tools');
  const again = fetchTools('en', 'again');
  expect(shown()).toContain('aria-busy');
  await again;
  expect(shown()).toContain(HERE);
});

it('is not tried again while something of the last try is on its way, which would be all that one gets', async () => {
  let fail = () => {};
  const held = new Promise<never>((_, reject) => (fail = () => reject(new Error('gone as well'))));
  vi.doMock('./tools', gone);
  vi.doMock('@/lib/words/late-words', () => ({ loadLateWords: () => held }));
  const { shown, fetchTools } = await freshPage();
  const fetched = fetchTools('en');
  await import('./tools').catch(() => {});
  await new Promise((resolve) => setTimeout(resolve));
  expect(shown()).toContain('One moment…');
  fail();
  await fetched;
  expect(shown()).toContain('Check your connection and try again.');
});

it('says that the site was updated when a new release has replaced it', async () => {
  vi.doMock('./tools', gone);
  site.mockResolvedValue(new Response(null, { headers: { 'x-build': 'the next one' } }));
  const { shown, fetchTools } = await freshPage();
  await fetchTools('en');
  expect(shown()).toContain('Our site has just been updated');
});

it('says so in time when the network neither brings it nor says no, and takes it when it comes after all', async () => {
  let come = () => {};
  const slow = new Promise<void>((resolve) => (come = resolve));
  vi.doMock('./tools', async (original) => (await slow, original()));
  const { shown, fetchTools } = await freshPage();
  vi.useFakeTimers();
  const fetched = fetchTools('en');
  vi.advanceTimersByTime(9_999);
  expect(shown()).toContain('One moment…');
  vi.advanceTimersByTime(1);
  expect(shown()).toContain('Check your connection and try again.');
  vi.useRealTimers();
  come();
  await fetched;
  expect(shown()).toContain(HERE);
});

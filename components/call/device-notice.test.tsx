import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { DeviceProblem } from '@/lib/call/device-problems';
import { allOff } from '@/lib/call/media';
import { englishWords } from '@/lib/words/english';
import { DeviceNotice } from './device-notice';
import { WordsProvider } from './words-provider';

const JOIN_WITHOUT = 'You can also join without.';

function noticeOf(problem: DeviceProblem, isInCall: boolean): string {
  vi.stubGlobal('navigator', { userAgent: 'Firefox/140', maxTouchPoints: 0 });
  const camera = { status: 'failed' as const, problem };
  return renderToStaticMarkup(
    <WordsProvider words={englishWords}>
      <DeviceNotice devices={{ ...allOff, camera }} isInCall={isInCall} />
    </WordsProvider>,
  );
}

it('of a camera that does not open says before the call that one may join without', () => {
  expect(noticeOf('denied', false)).toContain(JOIN_WITHOUT);
  expect(noticeOf('denied', true)).not.toContain(JOIN_WITHOUT);
});

it('of a page without https does not: no call would come through there', () => {
  expect(noticeOf('insecure', false)).toContain('Open the page by its https:// address.');
  expect(noticeOf('insecure', false)).not.toContain(JOIN_WITHOUT);
});

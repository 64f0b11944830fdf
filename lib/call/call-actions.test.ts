import { beforeEach, expect, it } from 'vitest';
import { scriptedMedia } from '@/lib/testing/scripted-media';
import { silentCall } from '@/lib/testing/silent-call';
import type { Call } from './call';
import { CallActions } from './call-actions';

// The browser's question which screen to show, answered by the test.

let picks: ((screen: MediaStream | null) => void)[];
let done: string[];
let call: Call | null;
let actions: CallActions;
const screen = { id: 'screen' } as MediaStream; // handed on untouched

beforeEach(() => {
  [picks, done] = [[], []];
  call = { ...silentCall, startSharing: ({ id }) => void done.push(`share ${id}`) };
  const media = scriptedMedia();
  media.openScreen = () => new Promise((resolve) => picks.push(resolve));
  media.closeScreen = () => void done.push('closed');
  actions = new CallActions(
    () => call,
    media,
    () => {},
  );
});

it('sharing pressed twice asks once, and shows what is picked', async () => {
  const first = actions.startSharing();
  const second = actions.startSharing();
  expect(picks).toHaveLength(1);
  picks[0]!(screen);
  await Promise.all([first, second]);
  expect(done).toEqual(['share screen']);
});

it('a second question that is answered by no leaves what is shown', async () => {
  const first = actions.startSharing();
  picks[0]!(screen);
  await first;
  const second = actions.startSharing();
  picks[1]!(null);
  await second;
  expect(done).toEqual(['share screen']);
});

it('a screen picked when the call is over is closed', async () => {
  const first = actions.startSharing();
  call = null;
  picks[0]!(screen);
  await first;
  expect(done).toEqual(['closed']);
});

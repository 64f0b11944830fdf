import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { englishWords } from '@/lib/words/english';
import { SelfPicture } from './video-picture';
import { WordsProvider } from './words-provider';

/** No camera of a test looks anywhere: this much of one is asked. */
function pictureOf(facingMode: string | undefined): string {
  const track = { getSettings: () => ({ facingMode }) } as MediaStreamTrack;
  const stream = { getVideoTracks: () => [track] } as unknown as MediaStream;
  return renderToStaticMarkup(
    <WordsProvider words={englishWords}>
      <SelfPicture stream={stream} />
    </WordsProvider>,
  );
}

it('one’s own picture is mirrored, and not that of a camera that looks away from one', () => {
  for (const facingMode of [undefined, 'user']) expect(pictureOf(facingMode)).toContain('-scale-x-100');
  expect(pictureOf('environment')).not.toContain('scale');
});

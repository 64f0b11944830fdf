import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { englishWords } from '@/lib/words/english';
import { ControlButton } from './control-button';
import { DeviceButtons } from './device-buttons';
import { BarButton } from './in-call/bar-button';
import { SmallControl } from './in-call/small-controls';
import { WordsProvider } from './words-provider';

const commands = {
  ...{ isMicrophoneOn: false, isCameraOn: true, microphoneLabel: 'unmute' as const },
  ...{ toggleMicrophone: () => undefined, toggleCamera: () => undefined },
};
const devices = { microphone: { status: 'starting' as const }, camera: { status: 'on' as const } };

it.each([
  ['before the call', ControlButton],
  ['in the bar', BarButton],
  ['in the tile and the small window', SmallControl],
])('a button %s says what pressing does, and that it takes no press while its device starts', (_, as) => {
  const markup = renderToStaticMarkup(
    <WordsProvider words={englishWords}>
      <DeviceButtons as={as} devices={devices} commands={commands} />
    </WordsProvider>,
  );
  const [microphone, camera] = markup.split('</button>');
  expect(microphone).toContain('Unmute');
  expect(microphone).toContain('aria-disabled="true"');
  expect(camera).toContain('Stop video');
  expect(camera).not.toContain('aria-disabled=');
});

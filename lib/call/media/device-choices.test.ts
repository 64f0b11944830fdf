import { expect, it } from 'vitest';
import { parseDeviceChoices } from './device-choices';

const nothing = { camera: null, microphone: null, speaker: null, background: 'none' };

it.each([null, '', 'not json', '[]', '7', '{"camera":7,"background":"space"}'])('%j chooses nothing', (text) => {
  expect(parseDeviceChoices(text)).toEqual(nothing);
});

it('what can be read is kept, whatever stands beside it', () => {
  const camera = { id: 'c', label: 'Camera' };
  const text = JSON.stringify({ camera, microphone: { id: 1 }, background: 'harbour', colour: 'red' });
  expect(parseDeviceChoices(text)).toEqual({ ...nothing, camera, background: 'harbour' });
});

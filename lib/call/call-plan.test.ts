import { expect, it } from 'vitest';
import { planToGoOn } from './call-plan';

it('who comes back after a reload is who they were, also to a meeting that lets in by invitation only', () => {
  const memory = {
    ...{ alias: 'meet-a', displayName: 'Dana', hostKey: 'key', invitation: 'link' },
    ...{ isMicrophoneOn: true, isCameraOn: false },
  };
  expect(planToGoOn(memory)).toEqual({
    goesOnWith: { alias: 'meet-a', hostKey: 'key', invitation: 'link' },
    displayName: 'Dana',
    wanted: { microphone: true, camera: false },
  });
});

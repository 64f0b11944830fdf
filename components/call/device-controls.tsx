import type { CallView } from '@/lib/call/use-call';
import { ControlButton } from './control-button';
import { DeviceButtons } from './device-buttons';

/** Microphone and camera before the call, where nobody else has a say in them. */
export function DeviceControls({ view: { devices, session } }: { view: CallView }) {
  const isMicrophoneOn = devices.microphone.status === 'on';
  const isCameraOn = devices.camera.status === 'on';
  const commands = {
    ...{ isMicrophoneOn, isCameraOn },
    microphoneLabel: isMicrophoneOn ? ('mute' as const) : ('unmute' as const),
    toggleMicrophone: () => void session.turn('microphone', !isMicrophoneOn),
    toggleCamera: () => void session.turn('camera', !isCameraOn),
  };
  return <DeviceButtons as={ControlButton} devices={devices} commands={commands} />;
}

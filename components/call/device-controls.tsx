import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import { ControlButton } from './control-button';

/** Microphone and camera, the same before the call and in it. Disabled while the device settles. */
export function DeviceControls({ view }: { view: CallView }) {
  const t = useTranslations('call');
  const { devices, session } = view;
  const isMicrophoneOn = devices.microphone.status === 'on';
  const isCameraOn = devices.camera.status === 'on';
  return (
    <>
      <ControlButton
        icon={isMicrophoneOn ? Mic : MicOff}
        label={t(isMicrophoneOn ? 'mute' : 'unmute')}
        tone={isMicrophoneOn ? 'plain' : 'off'}
        isPending={devices.microphone.status === 'starting'}
        onClick={() => void session.turn('microphone', !isMicrophoneOn)}
      />
      <ControlButton
        icon={isCameraOn ? Video : VideoOff}
        label={t(isCameraOn ? 'stopVideo' : 'startVideo')}
        tone={isCameraOn ? 'plain' : 'off'}
        isPending={devices.camera.status === 'starting'}
        onClick={() => void session.turn('camera', !isCameraOn)}
      />
    </>
  );
}

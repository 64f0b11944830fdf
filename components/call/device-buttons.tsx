import { Mic, MicOff, Video, VideoOff, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import type { MediaSnapshot } from '@/lib/call/media';
import type { Commands } from './in-call/use-commands';

type ButtonProps = {
  icon: LucideIcon;
  label: string;
  tone: 'plain' | 'off';
  isPending: boolean;
  onClick: () => void;
  className?: string;
};

type DeviceButtonsProps = {
  /** What they look like where they stand. */
  as: ComponentType<ButtonProps>;
  devices: Pick<MediaSnapshot, 'microphone' | 'camera'>;
  commands: Pick<Commands, 'isMicrophoneOn' | 'isCameraOn' | 'microphoneLabel' | 'toggleMicrophone' | 'toggleCamera'>;
  className?: string;
};

/** Microphone and camera, before the call and in it. They take no press while their device settles. */
export function DeviceButtons({ as: Button, devices, commands, className }: DeviceButtonsProps) {
  const t = useTranslations('call');
  const { isMicrophoneOn, isCameraOn } = commands;
  return (
    <>
      <Button
        icon={isMicrophoneOn ? Mic : MicOff}
        label={t(commands.microphoneLabel)}
        tone={isMicrophoneOn ? 'plain' : 'off'}
        isPending={devices.microphone.status === 'starting'}
        onClick={commands.toggleMicrophone}
        className={className}
      />
      <Button
        icon={isCameraOn ? Video : VideoOff}
        label={t(isCameraOn ? 'stopVideo' : 'startVideo')}
        tone={isCameraOn ? 'plain' : 'off'}
        isPending={devices.camera.status === 'starting'}
        onClick={commands.toggleCamera}
        className={className}
      />
    </>
  );
}

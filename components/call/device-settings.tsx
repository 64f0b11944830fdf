import { useTranslations } from 'use-intl';
import { rememberChoice } from '@/lib/call/media/device-choices';
import { canChooseSpeaker } from '@/lib/call/media/speaker';
import { useAvailableDevices } from '@/lib/call/media/use-devices';
import type { CallView } from '@/lib/call/use-call';
import { DeviceBackgrounds } from './device-backgrounds';
import { LevelMeter } from './device-level';
import { DeviceMenu } from './device-menu';
import { SpeakerTest } from './device-speaker-test';

/** Camera, microphone, speaker and background, the same before the call and in it: a change takes hold at once. */
export function DeviceSettings({ view }: { view: CallView }) {
  const t = useTranslations('tools.devices');
  const { media } = view.session;
  const { camera, microphone, speaker } = useAvailableDevices();
  const areNamed = [...camera, ...microphone, ...speaker].some(({ label }) => label !== '');
  return (
    <div className="flex flex-col gap-4">
      <DeviceMenu kind="camera" onChoose={(choice) => void view.session.choose('camera', choice)} />
      <div>
        <DeviceMenu kind="microphone" onChoose={(choice) => void view.session.choose('microphone', choice)} />
        <LevelMeter media={media} className="mt-2" />
      </div>
      {canChooseSpeaker() && <DeviceMenu kind="speaker" onChoose={(choice) => rememberChoice({ speaker: choice })} />}
      <SpeakerTest />
      <DeviceBackgrounds view={view} />
      {!areNamed && <p className="text-sm text-ink-soft">{t('allowFirst')}</p>}
    </div>
  );
}

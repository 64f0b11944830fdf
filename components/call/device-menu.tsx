import { useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/select-field';
import type { ChosenKind, DeviceChoice } from '@/lib/call/media/device-choices';
import { pickDevice } from '@/lib/call/media/pick-device';
import { useAvailableDevices, useDeviceChoices } from '@/lib/call/media/use-devices';

type DeviceMenuProps = { kind: ChosenKind; onChoose: (choice: DeviceChoice | null) => void };

/** Which camera, microphone or speaker: the system's own, those that are there, and the chosen one even when it is not. */
export function DeviceMenu({ kind, onChoose }: DeviceMenuProps) {
  const t = useTranslations('tools.devices');
  const devices = useAvailableDevices()[kind].filter(({ id }) => id !== '');
  const choice = useDeviceChoices()[kind];
  const picked = pickDevice(choice, devices);
  const absent = choice && picked.isAbsent ? choice : null;
  const choices = [
    ['', t('systemDefault')] as const,
    ...devices.map(({ id, label }, i) => [id, label || t('unnamed', { device: kind, number: i + 1 })] as const),
    ...(absent ? [[absent.id, t('absent', { name: absent.label })] as const] : []),
  ];
  return (
    <SelectField
      label={t(kind)}
      value={absent?.id ?? picked.id ?? ''}
      choices={choices}
      disabled={devices.length === 0}
      onChoose={(id) => onChoose(devices.find((device) => device.id === id) ?? null)}
    />
  );
}

import { useFormatter, useTranslations } from 'use-intl';
import { SelectField } from '@/components/ui/select-field';
import type { SlotDay } from './slots';

type SlotFieldProps = {
  days: readonly SlotDay[];
  wantedAtMs: number | null;
  onChoose: (wantedAtMs: number | null) => void;
  error?: string;
};

/** A day and an hour at which somebody is there, both where the visitor is. */
export function SlotField({ days, wantedAtMs, onChoose, error }: SlotFieldProps) {
  const t = useTranslations('closed');
  const format = useFormatter();
  const day = days.find(({ times }) => wantedAtMs !== null && times.includes(wantedAtMs)) ?? null;
  const dayChoices = days.map(
    ({ key, times }) =>
      [key, format.dateTime(times[0] ?? 0, { weekday: 'long', day: 'numeric', month: 'long' })] as const,
  );
  const timeChoices = (day?.times ?? []).map(
    (at) => [String(at), format.dateTime(at, { hour: 'numeric', minute: '2-digit' })] as const,
  );
  return (
    <div className="flex gap-3">
      <SelectField
        label={t('day')}
        name="wantedAt"
        className="min-w-0 flex-1"
        value={day?.key ?? ''}
        choices={day ? dayChoices : [['', t('chooseDay')], ...dayChoices]}
        error={error}
        onChoose={(key) => onChoose(days.find((each) => each.key === key)?.times[0] ?? null)}
      />
      <SelectField
        label={t('time')}
        className="w-32 flex-none"
        disabled={day === null}
        value={day ? String(wantedAtMs) : ''}
        choices={day ? timeChoices : [['', '–']]}
        onChoose={(at) => onChoose(Number(at))}
      />
    </div>
  );
}

import { TextField } from '@/components/ui/text-field';
import type { PeriodFilter } from './history-filter';

type PeriodFieldsProps = {
  period: Pick<PeriodFilter, 'from' | 'to'>;
  onChange: (change: Partial<PeriodFilter>) => void;
};

/** First and last day. A day that is half typed is none yet. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  return (
    <>
      <TextField
        label="From"
        type="date"
        className="min-w-0 sm:w-42"
        value={period.from}
        max={period.to || undefined}
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <TextField
        label="To"
        type="date"
        className="min-w-0 sm:w-42"
        value={period.to}
        min={period.from || undefined}
        onChange={(event) => onChange({ to: event.target.value })}
      />
    </>
  );
}

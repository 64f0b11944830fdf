import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { FIRST_DATE, isDate, LAST_DATE } from '@/lib/history/local-days';
import type { PeriodFilter } from './history-filter';

type PeriodFieldsProps = {
  period: Pick<PeriodFilter, 'from' | 'to'>;
  onChange: (change: Partial<PeriodFilter>) => void;
};

/** First and last day. */
export function PeriodFields({ period: { from, to }, onChange }: PeriodFieldsProps) {
  return (
    <>
      <DayField label="From" day={from} latest={to} onChoose={(day) => onChange({ from: day })} />
      <DayField label="To" day={to} earliest={from} onChoose={(day) => onChange({ to: day })} />
    </>
  );
}

type DayFieldProps = {
  label: string;
  day: string;
  earliest?: string;
  latest?: string;
  onChoose: (day: string) => void;
};

/** A day that is half typed is none yet: after the first figure of a year the field has one of two thousand years ago. */
function DayField({ label, day, earliest, latest, onChoose }: DayFieldProps) {
  const [halfTyped, setHalfTyped] = useState<string | null>(null);

  function type(text: string) {
    const isWhole = text === '' || isDate(text);
    setHalfTyped(isWhole ? null : text);
    if (isWhole) onChoose(text);
  }

  return (
    <TextField
      label={label}
      type="date"
      className="min-w-0 sm:w-42"
      value={halfTyped ?? day}
      min={earliest || FIRST_DATE}
      max={latest || LAST_DATE}
      onChange={(event) => type(event.target.value)}
      // What was not typed to its end is not what the list shows.
      onBlur={() => setHalfTyped(null)}
    />
  );
}

'use client';

import { ChoiceField } from '@/components/settings/choice-field';
import { TextField } from '@/components/ui/text-field';
import { usualHours, type OpeningHours } from '@/lib/brand/opening-hours';
import { ClosedDates } from './closed-dates';
import { DayRanges } from './day-ranges';
import { OpenNow } from './open-now';

type HoursFieldsProps = {
  hours: OpeningHours;
  problems: Readonly<Record<string, string>>;
  errorAt: (field: string) => string | undefined;
  onChange: (hours: OpeningHours) => void;
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const KINDS = [
  { value: 'always', label: 'Always open' },
  { value: 'weekly', label: 'By the week' },
];

/** When somebody is there. */
export function HoursFields({ hours, problems, errorAt, onChange }: HoursFieldsProps) {
  const turn = (kind: string) =>
    onChange(kind === 'weekly' ? usualHours(Intl.DateTimeFormat().resolvedOptions().timeZone) : { kind: 'always' });
  return (
    <>
      <ChoiceField id="hours" label="We are" value={hours.kind} choices={KINDS} onChange={turn} />
      {hours.kind === 'weekly' && (
        <>
          <TextField
            id="hours.timeZone"
            label="Time zone"
            hint="By name, as in Europe/Oslo. Summer time is kept by itself."
            list="time-zones"
            value={hours.timeZone}
            error={errorAt('hours.timeZone')}
            spellCheck={false}
            autoComplete="off"
            className="max-w-sm"
            onChange={(event) => onChange({ ...hours, timeZone: event.target.value })}
          />
          <datalist id="time-zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <div className="divide-y divide-line border-y border-line">
            {DAYS.map((day, index) => (
              <DayRanges
                key={day}
                day={day}
                ranges={hours.days[index] ?? []}
                error={errorAt(firstField(problems, `hours.days.${index}`))}
                onChange={(ranges) => onChange({ ...hours, days: hours.days.with(index, ranges) })}
              />
            ))}
          </div>
          <ClosedDates
            dates={hours.closedDates}
            error={errorAt(firstField(problems, 'hours.closedDates'))}
            onChange={(closedDates) => onChange({ ...hours, closedDates })}
          />
          <OpenNow hours={hours} />
        </>
      )}
    </>
  );
}

/** The first field below this one, or this one itself, of which something is said. */
function firstField(problems: Readonly<Record<string, string>>, field: string): string {
  return Object.keys(problems).find((each) => each === field || each.startsWith(`${field}.`)) ?? field;
}

'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';

type ClosedDatesProps = { dates: readonly string[]; error?: string; onChange: (dates: string[]) => void };

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** Single days on which nothing opens. */
export function ClosedDates({ dates, error, onChange }: ClosedDatesProps) {
  const [date, setDate] = useState('');
  function add() {
    if (date) onChange([...new Set([...dates, date])].sort());
    setDate('');
  }
  return (
    <div>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          id="hours.closedDates"
          type="date"
          label="Closed on"
          hint="Holidays and other single days."
          value={date}
          error={error}
          className="w-48"
          onChange={(event) => setDate(event.target.value)}
        />
        <Button variant="secondary" disabled={!date} onClick={add}>
          Add day
        </Button>
      </div>
      {dates.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-2">
          {dates.map((one) => (
            <li key={one} className="inline-flex items-center gap-1 rounded-control bg-sunken ps-3 text-[0.9375rem]">
              {/^\d{4}-\d\d-\d\d$/.test(one) ? DAY.format(new Date(`${one}T00:00:00Z`)) : one}
              <Button
                variant="quiet"
                className="min-w-11 px-0"
                aria-label={`Remove ${one}`}
                onClick={() => onChange(dates.filter((other) => other !== one))}
              >
                <X aria-hidden="true" className="size-4" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

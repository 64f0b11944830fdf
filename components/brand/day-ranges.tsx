import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { OpeningRange } from '@/lib/brand/opening-hours';

type DayRangesProps = {
  day: string;
  ranges: readonly OpeningRange[];
  error?: string;
  onChange: (ranges: OpeningRange[]) => void;
};

const TIME =
  'min-h-11 rounded-control border border-field bg-surface px-2 text-base text-ink tabular-nums aria-invalid:border-danger';

/** When one day of the week is open; with no range it is closed. */
export function DayRanges({ day, ranges, error, onChange }: DayRangesProps) {
  const last = ranges.at(-1);
  return (
    <fieldset className="flex min-w-0 flex-wrap items-start gap-x-4 gap-y-1 py-2.5">
      <legend className="sr-only">{day}</legend>
      <span aria-hidden="true" className="w-24 shrink-0 pt-2.5 text-[0.9375rem] font-medium">
        {day}
      </span>
      <div className="min-w-0 flex-1 basis-60 space-y-2">
        {ranges.length === 0 && <p className="py-2.5 text-[0.9375rem] text-ink-soft">Closed</p>}
        {ranges.map((range, index) => (
          <p key={index} className="flex flex-wrap items-center gap-2">
            {(['from', 'until'] as const).map((edge) => (
              <span key={edge} className="flex items-center gap-2">
                {edge === 'until' && <span aria-hidden="true">–</span>}
                <input
                  type="time"
                  aria-label={`${day} ${edge}${ranges.length > 1 ? `, ${index + 1}` : ''}`}
                  value={range[edge]}
                  aria-invalid={error ? true : undefined}
                  onChange={(event) => onChange(ranges.with(index, { ...range, [edge]: event.target.value }))}
                  className={TIME}
                />
              </span>
            ))}
            <Button
              variant="quiet"
              className="min-w-11 px-0"
              aria-label={`Remove ${day}, ${range.from} to ${range.until}`}
              onClick={() => onChange(ranges.toSpliced(index, 1))}
            >
              <X aria-hidden="true" className="size-4" />
            </Button>
            {range.until !== '' && range.until <= range.from && (
              <span className="text-sm text-ink-soft">
                {range.until === range.from ? 'around the clock' : 'the next day'}
              </span>
            )}
          </p>
        ))}
        {error && <p className="text-sm text-danger">{error}</p>}
      </div>
      <Button
        variant="quiet"
        aria-label={`Add hours on ${day}`}
        disabled={ranges.length >= 6}
        onClick={() =>
          onChange([...ranges, last ? { from: last.until, until: '18:00' } : { from: '09:00', until: '17:00' }])
        }
      >
        <Plus aria-hidden="true" className="size-4" />
        Add hours
      </Button>
    </fieldset>
  );
}

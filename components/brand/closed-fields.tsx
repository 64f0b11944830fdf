import { FieldFrame } from '@/components/settings/field-frame';
import { CLOSED_OFFERS, type ClosedOffer } from '@/lib/brand/schemas';

type ClosedFieldsProps = { value: readonly ClosedOffer[]; error?: string; onChange: (value: ClosedOffer[]) => void };

const LABELS: Record<ClosedOffer, string> = { message: 'Leave a message', slot: 'Ask for a time' };

/** What a visitor is offered outside the hours. */
export function ClosedFields({ value, error, onChange }: ClosedFieldsProps) {
  return (
    <FieldFrame
      id="whenClosed"
      label="While closed, visitors may"
      hint="What they leave is under Messages."
      error={error}
      isGroup
    >
      <div className="flex flex-wrap gap-2">
        {CLOSED_OFFERS.map((offer) => (
          <label
            key={offer}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-line px-3
              text-[0.9375rem] hover:border-ink-soft has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="checkbox"
              checked={value.includes(offer)}
              onChange={(event) =>
                onChange(CLOSED_OFFERS.filter((one) => (one === offer ? event.target.checked : value.includes(one))))
              }
              className="size-4 accent-accent"
            />
            {LABELS[offer]}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

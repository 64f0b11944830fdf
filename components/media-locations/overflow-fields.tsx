import { ArrowUp, Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';

const MOST = 10;

type OverflowFieldsProps = {
  names: string[];
  /** By field: `overflow.0` for the first of them, `overflow` for all together. */
  errors: ReadonlyMap<string, string>;
  onChange: (names: string[]) => void;
};

/** Where media goes when the location is full: an ordered list. */
export function OverflowFields({ names, errors, onChange }: OverflowFieldsProps) {
  const replace = (index: number, name: string) => onChange(names.with(index, name));
  const remove = (index: number) => onChange(names.toSpliced(index, 1));
  const moveUp = (index: number) => onChange(names.toSpliced(index - 1, 2, names[index]!, names[index - 1]!));
  const listError = errors.get('overflow');

  return (
    <fieldset>
      <legend className="text-sm font-semibold">When that is full</legend>
      <p className="mt-1 text-sm text-ink-soft">Tried in this order, once, when the call begins.</p>
      <ol className="mt-1.5 space-y-3">
        {names.map((name, index) => (
          // A place in the order is what a field is here; names may repeat while somebody types.
          <li key={index} className="flex items-end gap-1">
            <TextField
              className="min-w-0 flex-1"
              label={`Overflow ${index + 1}`}
              list="infinity-locations"
              autoComplete="off"
              maxLength={250}
              value={name}
              error={errors.get(`overflow.${index}`)}
              onChange={(event) => replace(index, event.target.value)}
            />
            <Button
              variant="quiet"
              className="size-11 px-0"
              disabled={index === 0}
              aria-label={`Try ${name || `overflow ${index + 1}`} earlier`}
              onClick={() => moveUp(index)}
            >
              <ArrowUp aria-hidden="true" className="size-5" strokeWidth={1.75} />
            </Button>
            <Button
              variant="quiet"
              className="size-11 px-0"
              aria-label={`Remove ${name || `overflow ${index + 1}`}`}
              onClick={() => remove(index)}
            >
              <X aria-hidden="true" className="size-5" strokeWidth={1.75} />
            </Button>
          </li>
        ))}
      </ol>
      {listError && <p className="mt-1.5 text-sm text-danger">{listError}</p>}
      {names.length < MOST && (
        <Button variant="secondary" size="small" className="mt-3" onClick={() => onChange([...names, ''])}>
          <Plus aria-hidden="true" className="size-4" />
          Add overflow location
        </Button>
      )}
    </fieldset>
  );
}

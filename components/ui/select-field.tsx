import type { ComponentProps } from 'react';
import { Labelled } from './labelled';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'children' | 'onChange' | 'value'> & {
  label: string;
  value: string;
  /** Value and words of each choice. */
  choices: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
  error?: string;
};

/** A labelled choice, in the manner of TextField. */
export function SelectField({ label, value, choices, onChoose, error, className, ...rest }: SelectFieldProps) {
  return (
    <Labelled {...{ label, error, className }}>
      {(ties) => (
        <select
          {...rest}
          {...ties}
          value={value}
          onChange={(event) => onChoose(event.target.value)}
          className="mt-1.5 block min-h-11 w-full rounded-control border border-field bg-surface px-3 text-base text-ink
            aria-invalid:border-danger"
        >
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

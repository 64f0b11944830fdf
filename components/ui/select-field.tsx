import { useId, type ComponentProps } from 'react';

type SelectFieldProps = Omit<ComponentProps<'select'>, 'children' | 'onChange' | 'value'> & {
  label: string;
  value: string;
  /** Value and words of each choice. */
  choices: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
  error?: string;
};

/** A labelled choice, in the manner of TextField. */
export function SelectField({ label, value, choices, onChoose, error, className = '', ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      <select
        {...rest}
        id={id}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        className="mt-1.5 block min-h-11 w-full rounded-control border border-field bg-surface px-3 text-base text-ink
          aria-invalid:border-danger"
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

'use client';

import { useId } from 'react';
import { TextField } from '@/components/ui/text-field';
import type { TesterField } from './test-parameters';

type TesterFieldsProps = {
  fields: readonly TesterField[];
  values: Record<string, string>;
  /** By the path of the field in what was sent. */
  errors: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
};

/** The parameters of a request, all of them optional: a node may leave out any. */
export function TesterFields({ fields, values, errors, onChange }: TesterFieldsProps) {
  const id = useId();
  return (
    <div className="mt-4 grid items-end gap-4 sm:grid-cols-2">
      {fields.map(({ name, label, hint, suggestions, ticked }) =>
        ticked ? (
          <label key={name} className="flex min-h-11 items-center gap-2.5 text-[0.9375rem] font-medium">
            <input
              type="checkbox"
              name={name}
              className="size-5 shrink-0 accent-accent"
              checked={(values[name] ?? '').toLowerCase() === ticked.toLowerCase()}
              onChange={(event) => onChange({ ...values, [name]: event.target.checked ? ticked : '' })}
            />
            {label}
          </label>
        ) : (
          <div key={name}>
            <TextField
              label={label}
              hint={hint}
              name={name}
              value={values[name] ?? ''}
              onChange={(event) => onChange({ ...values, [name]: event.target.value })}
              error={errors[`parameters.${name}`]}
              list={suggestions && `${id}-${name}`}
              maxLength={2_000}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
            />
            {suggestions && (
              <datalist id={`${id}-${name}`}>
                {suggestions.map((suggestion) => (
                  <option key={suggestion} value={suggestion} />
                ))}
              </datalist>
            )}
          </div>
        ),
      )}
    </div>
  );
}

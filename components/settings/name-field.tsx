import { TextField } from '@/components/ui/text-field';
import { describedBy, FieldFrame, SELECT_CLASSES } from './field-frame';
import type { NameList } from './settings-api';

type NameFieldProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  value: string;
  /** What no name means; null where there has to be one. */
  unset: string | null;
  /** What exists on Infinity; null while it is being looked up. */
  list: NameList | null;
  onChange: (value: string) => void;
};

/** A name of something on Infinity: chosen from what exists there, or typed exactly where that cannot be looked up. */
export function NameField({ id, label, hint, error, value, unset, list, onChange }: NameFieldProps) {
  if (!list?.checked) {
    return (
      <TextField
        id={id}
        label={label}
        hint={hint}
        error={error}
        value={value}
        maxLength={250}
        placeholder={unset ?? 'Its exact name on Infinity'}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const isUnknown = value !== '' && !list.names.includes(value);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        value={value}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={SELECT_CLASSES}
      >
        {(unset !== null || value === '') && <option value="">{unset ?? 'Choose one'}</option>}
        {isUnknown && <option value={value}>{value} (not on Infinity)</option>}
        {list.names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

import { useId, type ComponentProps } from 'react';

type TextFieldProps = ComponentProps<'input'> & {
  label: string;
  hint?: string;
  /** What is wrong with the value; the field is then marked invalid. */
  error?: string;
};

/** A labelled input. Hint and error are tied to it, so that a screen reader reads them with the label. */
export function TextField({ label, hint, error, id, className = '', ...rest }: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  const hintId = `${inputId}-hint`;
  const errorId = `${inputId}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ');

  return (
    <div className={className}>
      <label htmlFor={inputId} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={hintId} className="mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {/* 16 px text: Safari on a phone zooms into anything smaller when it takes the focus. */}
      <input
        {...rest}
        id={inputId}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        className="mt-1.5 block min-h-11 w-full rounded-control border border-field bg-surface px-3 text-base text-ink
          placeholder:text-ink-soft aria-invalid:border-danger"
      />
      {error && (
        <p id={errorId} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

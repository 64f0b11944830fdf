import type { ReactNode } from 'react';

type FieldFrameProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  /** Several controls under one name, rather than one. */
  isGroup?: boolean;
  children: ReactNode;
};

/** Ids of a field's hint and error, for its controls' `aria-describedby`. */
export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** Name, hint and error around a field, as in components/ui/text-field.tsx, for fields that are no text. */
export function FieldFrame({ id, label, hint, error, isGroup = false, children }: FieldFrameProps) {
  const words = (
    <>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <div className="mt-2">{children}</div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </>
  );
  if (!isGroup) {
    return (
      <div>
        <label htmlFor={id} className="block text-sm font-semibold">
          {label}
        </label>
        {words}
      </div>
    );
  }
  return (
    // A group cannot be invalid to a screen reader; the mark is for whoever looks for the first field with an error.
    <fieldset
      id={id}
      aria-describedby={describedBy(id, hint, error)}
      data-invalid={error ? true : undefined}
      className="min-w-0"
    >
      <legend className="text-sm font-semibold">{label}</legend>
      {words}
    </fieldset>
  );
}

/** A drop-down's look, the same as a text field's. */
export const SELECT_CLASSES =
  'block min-h-11 w-full rounded-control border border-field bg-surface px-3 text-base text-ink aria-invalid:border-danger';

import { useId, type ComponentProps } from 'react';

type TextAreaProps = ComponentProps<'textarea'> & { label: string; error?: string };

/** A labelled field for several lines, in the manner of TextField. */
export function TextArea({ label, error, className = '', ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        className="mt-1.5 block w-full rounded-control border border-field bg-surface px-3 py-2 text-base text-ink
          aria-invalid:border-danger"
      />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

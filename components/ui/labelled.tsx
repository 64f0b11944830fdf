import { useId, type ReactNode } from 'react';

/** What ties a field to its label and to what is wrong with it. */
interface FieldTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

type LabelledProps = { label: string; error?: string; className?: string; children: (ties: FieldTies) => ReactNode };

/** A field below its label, and above what is wrong with it. */
export function Labelled({ label, error, className = '', children }: LabelledProps) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {children({ id, 'aria-describedby': error ? errorId : undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

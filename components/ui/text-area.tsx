import type { ComponentProps } from 'react';
import { Labelled } from './labelled';

type TextAreaProps = ComponentProps<'textarea'> & { label: string; error?: string };

/** A labelled field for several lines, in the manner of TextField. */
export function TextArea({ label, error, className, ...rest }: TextAreaProps) {
  return (
    <Labelled {...{ label, error, className }}>
      {(ties) => (
        <textarea
          {...rest}
          {...ties}
          className="mt-1.5 block w-full rounded-control border border-field bg-surface px-3 py-2 text-base text-ink
            aria-invalid:border-danger"
        />
      )}
    </Labelled>
  );
}

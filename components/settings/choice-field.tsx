import { FieldFrame } from './field-frame';

type ChoiceFieldProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A few choices side by side, one of them taken. */
export function ChoiceField({ id, label, hint, error, value, choices, onChange }: ChoiceFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} isGroup>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-line px-3
              text-[0.9375rem] transition-colors hover:border-ink-soft has-checked:border-accent
              has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2
              has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              className="size-4 accent-accent outline-none"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

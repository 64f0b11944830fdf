import { TextField } from '@/components/ui/text-field';
import { accentProblem, contrast, textOn, type Scheme } from '@/lib/brand/colours';

type ColourFieldProps = { scheme: Scheme; value: string; error?: string; onChange: (colour: string) => void };

const LABELS: Record<Scheme, string> = { light: 'Colour on light pages', dark: 'Colour on dark pages' };

/** A colour, picked or typed, with what it comes to. Whether it can be read is said while it is chosen. */
export function ColourField({ scheme, value, error, onChange }: ColourFieldProps) {
  const colour = value.trim().toLowerCase();
  const isWhole = /^#[0-9a-f]{6}$/.test(colour);
  const problem = isWhole ? accentProblem(colour, scheme) : null;
  return (
    <div>
      <div className="flex items-end gap-3">
        <TextField
          id={`accent.${scheme}`}
          label={LABELS[scheme]}
          value={value}
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          error={error}
          className="min-w-0 flex-1"
          onChange={(event) => onChange(event.target.value)}
        />
        {/* An invalid text field has its words below it; the picker stays beside the field itself. */}
        <input
          type="color"
          aria-label={`${LABELS[scheme]}, from a palette`}
          value={isWhole ? colour : '#000000'}
          onChange={(event) => onChange(event.target.value)}
          className="h-11 w-14 shrink-0 cursor-pointer rounded-control border border-field bg-surface p-1"
        />
      </div>
      {isWhole && !error && (
        <p className={`mt-1.5 text-sm ${problem ? 'text-danger' : 'text-ink-soft'}`}>
          {problem
            ? problem.charAt(0).toUpperCase() + problem.slice(1)
            : `${textOn(colour) === '#ffffff' ? 'White' : 'Black'} text on it, ${contrast(colour, textOn(colour)).toFixed(1)}:1.`}
        </p>
      )}
    </div>
  );
}

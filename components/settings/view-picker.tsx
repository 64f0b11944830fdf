import { LayoutPreview } from './layout-preview';
import { viewWords, type View } from './layout-shapes';

type ViewPickerProps<V extends View> = {
  /** Unlike that of any other picker on the page. */
  name: string;
  label: string;
  views: readonly V[];
  value: V;
  onChange: (view: V) => void;
};

/** Layouts as drawings to choose from. */
export function ViewPicker<V extends View>({ name, label, views, value, onChange }: ViewPickerProps<V>) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm text-ink-soft">{label}</legend>
      <div className="mt-2 grid grid-cols-3 gap-2 sm:grid-cols-5">
        {views.map((view) => (
          <label
            key={view}
            className="cursor-pointer rounded-control border border-line p-1.5 text-center text-xs leading-tight
              text-ink-soft transition-colors hover:border-ink-soft has-checked:border-accent has-checked:bg-accent-soft
              has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2
              has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={view}
              checked={value === view}
              onChange={() => onChange(view)}
              className="sr-only"
            />
            <LayoutPreview view={view} className="mb-1.5 block w-full" />
            {viewWords(view)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

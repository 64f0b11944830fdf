import { Plus } from 'lucide-react';
import { SELECT_CLASSES } from './field-frame';
import { OPTIONS } from './option-specs';
import type { OptionKey } from './settings-draft';

type AddOptionProps = { title: string; keys: readonly OptionKey[]; onAdd: (key: OptionKey) => void };

/** Opens the field of another option that is to differ at a location. */
export function AddOption({ title, keys, onAdd }: AddOptionProps) {
  if (keys.length === 0) return null;
  return (
    <div className="mt-5 flex items-center gap-2">
      <Plus aria-hidden="true" className="size-5 shrink-0 text-accent" />
      <select
        aria-label={`What differs at ${title}`}
        value=""
        onChange={(event) => {
          const key = keys.find((each) => each === event.target.value);
          if (key) onAdd(key);
        }}
        className={`${SELECT_CLASSES} max-w-sm`}
      >
        <option value="">Something differs here…</option>
        {keys.map((key) => (
          <option key={key} value={key}>
            {OPTIONS[key].label}
          </option>
        ))}
      </select>
    </div>
  );
}

import { Trash2, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { AddOption } from './add-option';
import { NameField } from './name-field';
import { OptionField } from './option-field';
import { OPTION_KEYS, OPTIONS } from './option-specs';
import { isSet, optionWords, settingLines } from './option-words';
import type { InfinityNames } from './settings-api';
import { NOTHING_SET, type LocationDraft, type OptionKey, type OptionsDraft } from './settings-draft';

type LocationCardProps = {
  /** Its place in the form's answers: `locations.2`. */
  field: string;
  draft: LocationDraft;
  everywhere: OptionsDraft;
  names: InfinityNames | null;
  errorAt: (field: string) => string | undefined;
  onChange: (draft: LocationDraft) => void;
  onRemove: () => void;
};

/** What differs at one location; all else is as everywhere, and said so. */
export function LocationCard({ field, draft, everywhere, names, errorAt, onChange, onRemove }: LocationCardProps) {
  const shown = OPTION_KEYS.filter((key) => draft.differs.includes(key));
  const inherited = settingLines(without(everywhere, shown));
  const setOptions = (options: OptionsDraft, differs = draft.differs) => onChange({ ...draft, differs, options });
  const title = draft.location || 'New location';
  const error = errorAt(`${field}.options`);

  return (
    <li className="rounded-control border border-line p-4 sm:p-5">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <NameField
            id={`${field}.location`}
            label="Location"
            value={draft.location}
            unset={null}
            list={names?.locations ?? null}
            error={errorAt(`${field}.location`)}
            onChange={(location) => onChange({ ...draft, location })}
          />
        </div>
        <Button variant="quiet" onClick={onRemove} aria-label={`Remove ${title}`}>
          <Trash2 aria-hidden="true" className="size-4" />
          Remove
        </Button>
      </div>
      <div className="mt-5 space-y-6">
        {shown.map((key) => (
          <Override
            key={key}
            {...{ option: key, field, draft, everywhere, names, errorAt, setOptions }}
            onEnd={() => {
              const differs = draft.differs.filter((each) => each !== key);
              setOptions(without(draft.options, [key]), differs);
            }}
          />
        ))}
      </div>
      <AddOption
        title={title}
        keys={OPTION_KEYS.filter((key) => !shown.includes(key))}
        onAdd={(key) => setOptions({ ...draft.options, ...firstValue(key, everywhere) }, [...draft.differs, key])}
      />
      <p className="mt-3 text-sm text-ink-soft">
        {shown.length === 0 && 'Nothing differs here yet, so it will not be kept. '}
        Everything else is as everywhere{inherited.length > 0 ? `: ${inherited.join(' · ')}` : ''}.
      </p>
      {error && <p className="mt-2 text-sm text-danger">{error}</p>}
    </li>
  );
}

type OverrideProps = Pick<LocationCardProps, 'field' | 'draft' | 'everywhere' | 'names' | 'errorAt'> & {
  option: OptionKey;
  setOptions: (options: OptionsDraft) => void;
  onEnd: () => void;
};

/** One option that differs, what it is everywhere, and the way back to that. */
function Override({ option, field, draft, everywhere, names, errorAt, setOptions, onEnd }: OverrideProps) {
  const id = `${field}.options.${option}`;
  return (
    <div className="border-l-2 border-accent pl-4">
      <OptionField {...{ id, option, names }} options={draft.options} error={errorAt(id)} onChange={setOptions} />
      <p className="mt-2 flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-soft">
        <span>Everywhere: {optionWords(everywhere, option)}</span>
        <Button
          variant="quiet"
          size="small"
          aria-label={`${OPTIONS[option].label} as everywhere at ${draft.location || 'the new location'}`}
          onClick={onEnd}
        >
          <X aria-hidden="true" className="size-4" />
          As everywhere
        </Button>
      </p>
    </div>
  );
}

function without(options: OptionsDraft, keys: readonly OptionKey[]): OptionsDraft {
  return keys.reduce<OptionsDraft>((left, key) => ({ ...left, [key]: NOTHING_SET[key] }), options);
}

/** What a field that was just opened begins with: what holds everywhere, or else its first choice. */
function firstValue(key: OptionKey, everywhere: OptionsDraft): Partial<OptionsDraft> {
  if (isSet(everywhere, key)) return { [key]: everywhere[key] };
  if (key === 'layout') return { layout: { kind: 'same', view: 'one_main_seven_pips' } };
  const spec = OPTIONS[key];
  return spec.kind === 'choice' ? { [key]: spec.choices[0]?.value } : {};
}

import { ChoiceField } from '@/components/settings/choice-field';
import { TextField } from '@/components/ui/text-field';
import { LONGEST_BUTTON_WORDS, type BrandSettings } from '@/lib/brand/brand-settings';
import { languageCodes, languages } from '@/lib/words/languages';

type ButtonFieldsProps = {
  draft: BrandSettings;
  change: (part: Partial<BrandSettings>) => void;
  errorAt: (field: string) => string | undefined;
};

const PLACES = [
  { value: 'end', label: 'Where lines end' },
  { value: 'start', label: 'Where lines begin' },
];

/** Where the button is, and what it says in each language. */
export function ButtonFields({ draft, change, errorAt }: ButtonFieldsProps) {
  return (
    <>
      <ChoiceField
        id="place"
        label="Corner"
        hint="Lines end on the right, and on the left in Arabic."
        value={draft.place}
        choices={PLACES}
        onChange={(place) => change({ place: place === 'start' ? 'start' : 'end' })}
      />
      <fieldset className="min-w-0">
        <legend className="text-sm font-semibold">Words on the button</legend>
        <p className="mt-1 text-sm text-ink-soft">Left empty, a language keeps the words that come with Mayfly.</p>
        <div className="mt-3 grid gap-4 sm:grid-cols-2">
          {languageCodes.map((code) => (
            <TextField
              key={code}
              id={`words.${code}`}
              label={languages[code].name}
              lang={code}
              dir={languages[code].direction}
              value={draft.words[code] ?? ''}
              maxLength={LONGEST_BUTTON_WORDS}
              autoComplete="off"
              error={errorAt(`words.${code}`)}
              onChange={(event) => change({ words: { ...draft.words, [code]: event.target.value } })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

import { TextField } from '@/components/ui/text-field';
import { ChoiceField } from './choice-field';
import { LayoutField } from './layout-field';
import { NameField } from './name-field';
import { OPTIONS } from './option-specs';
import type { InfinityNames } from './settings-api';
import type { OptionKey, OptionsDraft } from './settings-draft';

type OptionFieldProps = {
  id: string;
  option: OptionKey;
  options: OptionsDraft;
  /** At a location an option is there to differ, so it may not be left unset. */
  isOverride?: boolean;
  error?: string;
  names: InfinityNames | null;
  onChange: (options: OptionsDraft) => void;
};

/** The field of one option, whatever its kind. */
export function OptionField({ id, option, options, isOverride = false, error, names, onChange }: OptionFieldProps) {
  const spec = OPTIONS[option];
  const { label, hint } = spec;
  const unset = isOverride ? null : spec.unset;
  if (option === 'layout') {
    const change = (layout: OptionsDraft['layout']) => onChange({ ...options, layout });
    return <LayoutField {...{ id, label, hint, error, unset }} value={options.layout} onChange={change} />;
  }
  const value = options[option];
  const common = { id, label, hint, error, value };
  const change = (text: string) => onChange({ ...options, [option]: text });
  if (spec.kind === 'name') {
    return <NameField {...common} unset={unset} list={names?.[spec.names] ?? null} onChange={change} />;
  }
  if (spec.kind === 'choice') {
    const choices = unset === null ? spec.choices : [{ value: '', label: unset }, ...spec.choices];
    return <ChoiceField {...common} choices={choices} onChange={change} />;
  }
  return (
    <TextField
      {...common}
      inputMode="numeric"
      maxLength={12}
      autoComplete="off"
      placeholder={unset ?? undefined}
      className="max-w-sm"
      onChange={(event) => change(event.target.value)}
    />
  );
}

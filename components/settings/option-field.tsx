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
  error?: string;
  names: InfinityNames | null;
  onChange: (options: OptionsDraft) => void;
};

/** The field of one option, whatever its kind. */
export function OptionField({ id, option, options, error, names, onChange }: OptionFieldProps) {
  const spec = OPTIONS[option];
  const { label, hint, unset } = spec;
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
    return <ChoiceField {...common} choices={[{ value: '', label: unset }, ...spec.choices]} onChange={change} />;
  }
  return (
    <TextField
      {...common}
      inputMode="numeric"
      maxLength={12}
      autoComplete="off"
      placeholder={unset}
      className="max-w-sm"
      onChange={(event) => change(event.target.value)}
    />
  );
}

import { TextField } from '@/components/ui/text-field';
import type { RuleContent } from '@/lib/media-locations/media-rule';
import { OverflowFields } from './overflow-fields';
import { ProtocolField } from './protocol-field';

type RuleFieldsProps = {
  rule: RuleContent;
  /** A sentence by field. */
  errors: ReadonlyMap<string, string>;
  locations: string[] | null;
  onChange: (rule: RuleContent) => void;
};

/** Which calls a rule is for, and where it sends their media. */
export function RuleFields({ rule, errors, locations, onChange }: RuleFieldsProps) {
  const field = (name: 'askingLocation' | 'network' | 'location' | 'note') => ({
    value: rule[name],
    error: errors.get(name),
    autoComplete: 'off',
    maxLength: 250,
    onChange: (event: { target: { value: string } }) => onChange({ ...rule, [name]: event.target.value }),
  });
  const names = locations ? 'infinity-locations' : undefined;

  return (
    <div className="mt-4 grid items-start gap-x-8 gap-y-5 md:grid-cols-2">
      <div className="space-y-5">
        <p className="text-sm text-ink-soft">For which calls? What is left empty matches any.</p>
        <TextField
          {...field('askingLocation')}
          label="Asking location"
          hint="Infinity’s location of the node that takes the call."
          list={names}
        />
        <TextField
          {...field('network')}
          label="Caller’s network"
          hint="As in 198.51.100.0/24, 2001:db8::/32, or one address."
          spellCheck={false}
          autoCapitalize="none"
        />
        <ProtocolField
          value={rule.protocol}
          anyLabel="Any protocol"
          error={errors.get('protocol')}
          onChange={(protocol) => onChange({ ...rule, protocol })}
        />
      </div>
      <div className="space-y-5">
        <p className="text-sm text-ink-soft">Where does their media go? Names exactly as on Infinity.</p>
        <TextField {...field('location')} label="Media location" list={names} required />
        <OverflowFields
          names={rule.overflow}
          errors={errors}
          onChange={(overflow) => onChange({ ...rule, overflow })}
        />
        <TextField {...field('note')} label="Note" hint="For your colleagues." />
      </div>
    </div>
  );
}

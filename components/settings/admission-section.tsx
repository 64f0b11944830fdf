import type { PolicySettings } from '@/lib/settings/policy-settings';
import { ChoiceField } from './choice-field';
import { SettingsSection } from './settings-section';

type AdmissionSectionProps = { value: PolicySettings; onChange: (value: PolicySettings) => void };

const DEVICES = [
  { value: 'own-list', label: 'Infinity’s own list decides' },
  { value: 'reject', label: 'Refuse them' },
  { value: 'no-credentials', label: 'Let them, without a password' },
] as const;

/** Whom we let in, as against what a meeting is like. */
export function AdmissionSection({ value, onChange }: AdmissionSectionProps) {
  return (
    <SettingsSection
      title="Who comes in"
      intro="Decided anew for every caller: what you save here holds at once, also for meetings under way."
    >
      <ChoiceField
        id="requires-tickets"
        label="Browsers need a ticket from us"
        hint="Our pages bring one by themselves. Required turns away whoever dials from another app or web page."
        value={value.requiresTickets ? 'yes' : 'no'}
        choices={[
          { value: 'no', label: 'Not required' },
          { value: 'yes', label: 'Required' },
        ]}
        onChange={(chosen) => onChange({ ...value, requiresTickets: chosen === 'yes' })}
      />
      <ChoiceField
        id="other-devices"
        label="Devices that are not in our list and want to register"
        hint="Devices in our list always register as it says there."
        value={value.otherDevices}
        choices={DEVICES}
        onChange={(chosen) => {
          const otherDevices = DEVICES.find((each) => each.value === chosen)?.value;
          if (otherDevices) onChange({ ...value, otherDevices });
        }}
      />
    </SettingsSection>
  );
}

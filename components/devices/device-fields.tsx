import { TextField } from '@/components/ui/text-field';
import type { DeviceAgent } from '@/lib/devices/device';
import type { DeviceDraft } from './device-draft';
import { SelectField } from '@/components/ui/select-field';

type DeviceFieldsProps = {
  draft: DeviceDraft;
  errors: Record<string, string>;
  agents: readonly Pick<DeviceAgent, 'id' | 'name'>[];
  hasPassword: boolean;
  onChange: (changes: Partial<DeviceDraft>) => void;
};

/** All that can be said of a device. */
export function DeviceFields({ draft, errors, agents, hasPassword, onChange }: DeviceFieldsProps) {
  const text = (name: 'alias' | 'name' | 'branch' | 'username' | 'password') => ({
    value: draft[name],
    error: errors[name] && `This ${errors[name]}.`,
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    autoComplete: 'off',
  });
  const finds = draft.finds;
  return (
    <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
      <TextField label="Name" {...text('name')} maxLength={250} placeholder="Room 7" />
      <TextField
        label="Alias"
        {...text('alias')}
        maxLength={512}
        placeholder="room7@example.com"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SelectField
        label="Kind"
        value={draft.kind}
        choices={[
          ['room', 'Room'],
          ['device', 'Device'],
        ]}
        onChoose={(kind) => onChange({ kind: kind === 'device' ? 'device' : 'room' })}
      />
      <TextField label="Branch" {...text('branch')} maxLength={120} placeholder="Oslo" />
      {/* "new-password": a browser must not fill in the agent's own. */}
      <TextField label="User name" {...text('username')} maxLength={100} autoCapitalize="none" spellCheck={false} />
      <TextField
        label="Password"
        {...text('password')}
        type="password"
        autoComplete="new-password"
        maxLength={100}
        placeholder={hasPassword ? 'Unchanged' : ''}
      />
      <SelectField
        label="Meetings it finds"
        value={finds}
        choices={[
          ['none', 'None'],
          ['own', 'Those of its agent'],
          ['all', 'All that are open'],
        ]}
        onChoose={(value) => onChange({ finds: value === 'own' || value === 'all' ? value : 'none' })}
      />
      <SelectField
        label="Agent"
        value={draft.agentId ?? ''}
        error={errors.agentId && `This ${errors.agentId}`}
        choices={[['', 'Nobody'], ...agents.map(({ id, name }) => [id, name] as const)]}
        onChoose={(agentId) => onChange({ agentId: agentId || null })}
      />
      <label className="flex min-h-11 items-center gap-3 text-[0.9375rem] sm:col-span-2">
        <input
          type="checkbox"
          checked={draft.isListed}
          onChange={(event) => onChange({ isListed: event.target.checked })}
          className="size-5 accent-accent"
        />
        Listed in the directory of other devices
      </label>
    </div>
  );
}

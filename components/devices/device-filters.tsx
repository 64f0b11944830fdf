import { TextField } from '@/components/ui/text-field';
import type { DeviceFilter } from './device-words';
import { SelectField } from '@/components/ui/select-field';

type DeviceFiltersProps = { filter: DeviceFilter; branches: string[]; onChange: (filter: DeviceFilter) => void };

export function DeviceFilters({ filter, branches, onChange }: DeviceFiltersProps) {
  return (
    <search className="mt-5 grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <TextField
        label="Search"
        type="search"
        placeholder="Name, alias, branch or agent"
        maxLength={250}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
      />
      <SelectField
        label="Branch"
        value={filter.branch}
        choices={[['', 'All branches'], ...branches.map((branch) => [branch, branch] as const)]}
        onChoose={(branch) => onChange({ ...filter, branch })}
      />
      <SelectField
        label="Kind"
        value={filter.kind}
        choices={[
          ['all', 'Rooms and devices'],
          ['room', 'Rooms'],
          ['device', 'Devices'],
        ]}
        onChoose={(kind) => onChange({ ...filter, kind: kind === 'room' || kind === 'device' ? kind : 'all' })}
      />
    </search>
  );
}

'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { UndoNotice } from '@/components/ui/undo-notice';
import type { DeviceAgent, DeviceView } from '@/lib/devices/device';
import { DeviceDialog } from './device-dialog';
import { DeviceFilters } from './device-filters';
import { DeviceRow } from './device-row';
import { branchesOf, filterDevices, NO_FILTER, type DeviceFilter } from './device-words';
import { NoDevices } from './no-devices';
import { useDevices } from './use-devices';

/** More rows at once make a page slow before they help anybody. */
const ROWS = 50;

type DevicesPageProps = { initialDevices: DeviceView[]; agents: DeviceAgent[] };

/** The company's devices and rooms: who may register, what is found in directories, and how it looks. */
export function DevicesPage({ initialDevices, agents }: DevicesPageProps) {
  const { devices, notice, put, remove, save, dismiss } = useDevices(initialDevices);
  const [filter, setFilter] = useState(NO_FILTER);
  const [rows, setRows] = useState(ROWS);
  const [open, setOpen] = useState<'new' | string | null>(null);
  const found = filterDevices(devices, filter);
  const edited = devices.find((device) => device.id === open) ?? null;

  function choose(next: DeviceFilter) {
    setFilter(next);
    setRows(ROWS);
  }

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">Devices and rooms</h1>
          <p className="mt-1 text-[0.9375rem] text-ink-soft">
            What may register on Infinity, and what others find in their directory.
          </p>
        </div>
        <Button onClick={() => setOpen('new')}>
          <Plus aria-hidden="true" className="size-5" strokeWidth={1.75} />
          Add device
        </Button>
      </div>
      {devices.length > 0 && <DeviceFilters filter={filter} branches={branchesOf(devices)} onChange={choose} />}
      {devices.length > 0 && (
        <p role="status" className="mt-4 text-sm text-ink-soft">
          {found.length === devices.length ? `${found.length} in all` : `${found.length} of ${devices.length}`}
        </p>
      )}
      {found.length === 0 ? (
        <NoDevices isFiltered={devices.length > 0} onAdd={() => setOpen('new')} />
      ) : (
        <ul className="mt-2.5 divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
          {found.slice(0, rows).map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              onEdit={() => setOpen(device.id)}
              onRemove={() => remove(device)}
            />
          ))}
        </ul>
      )}
      {found.length > rows && (
        <Button variant="secondary" className="mt-4" onClick={() => setRows(rows + ROWS)}>
          Show {Math.min(ROWS, found.length - rows)} more
        </Button>
      )}
      {(open === 'new' || edited) && (
        <DeviceDialog
          key={open}
          device={edited}
          agents={agents}
          onSave={(draft) => save(edited, draft)}
          onPicture={(avatarId) => edited && put({ ...edited, avatarId })}
          onClose={() => setOpen(null)}
        />
      )}
      <UndoNotice notice={notice} onDismiss={dismiss} />
    </main>
  );
}

import { Pencil, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { DeviceView } from '@/lib/devices/device';
import { AvatarPicture } from './avatar-picture';
import { devicePath } from './device-api';

type DeviceRowProps = { device: DeviceView; onEdit: () => void; onRemove: () => void };

export function DeviceRow({ device, onEdit, onRemove }: DeviceRowProps) {
  const src = device.avatarId && `${devicePath(device.id)}/picture?v=${device.avatarId}`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3.5 sm:px-5">
      <AvatarPicture name={device.name} src={src} />
      <div className="min-w-0 flex-1 basis-48">
        <h3 className="truncate font-semibold">{device.name}</h3>
        <p className="truncate font-mono text-[0.8125rem] text-ink-soft">{device.alias}</p>
      </div>
      <p className="basis-full text-sm text-ink-soft sm:basis-64">
        {[device.kind === 'room' ? 'Room' : 'Device', device.branch, device.agentName].filter(Boolean).join(' · ')}
        <span className="block">
          {device.hasPassword ? 'Registers with a password' : 'Registers without a password'}
          {!device.isListed && ', not listed'}
        </span>
      </p>
      <div className="flex gap-1.5 max-sm:w-full">
        <Button variant="secondary" className="max-sm:flex-1" onClick={onEdit} aria-label={`Edit ${device.name}`}>
          <Pencil aria-hidden="true" className="size-4" />
          Edit
        </Button>
        <Button variant="quiet" onClick={onRemove} aria-label={`Remove ${device.name}`}>
          <Trash2 aria-hidden="true" className="size-4" />
          Remove
        </Button>
      </div>
    </li>
  );
}

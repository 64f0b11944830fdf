import { MonitorSmartphone } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** In place of the list: there is nothing yet, or nothing that fits. */
export function NoDevices({ isFiltered, onAdd }: { isFiltered: boolean; onAdd: () => void }) {
  return (
    <div className="mt-6 rounded-card border border-dashed border-line bg-surface px-6 py-14 text-center">
      <MonitorSmartphone aria-hidden="true" className="mx-auto size-9 text-accent" strokeWidth={1.5} />
      <h2 className="mt-4 text-lg font-semibold">{isFiltered ? 'No device fits.' : 'No devices yet.'}</h2>
      <p className="mx-auto mt-1.5 max-w-md text-[0.9375rem] leading-relaxed text-ink-soft">
        {isFiltered
          ? 'Try fewer words, or all branches and kinds.'
          : 'Add the meeting rooms and desk devices of your branches. They can then register on Infinity with their own password, find each other in their directory, and show a picture.'}
      </p>
      {!isFiltered && (
        <Button className="mt-5" onClick={onAdd}>
          Add the first device
        </Button>
      )}
    </div>
  );
}

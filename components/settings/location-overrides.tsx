import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { LocationCard } from './location-card';
import type { InfinityNames } from './settings-api';
import { NOTHING_SET, type LocationDraft, type SettingsDraft } from './settings-draft';
import { SettingsSection } from './settings-section';

/** More than this many are not accepted (lib/settings). */
const MOST = 200;

type LocationOverridesProps = {
  draft: SettingsDraft;
  /** Counts how often the form was filled anew. */
  generation: number;
  names: InfinityNames | null;
  errorAt: (field: string) => string | undefined;
  onChange: (locations: LocationDraft[]) => void;
};

export function LocationOverrides({ draft, generation, names, errorAt, onChange }: LocationOverridesProps) {
  const { everywhere, locations } = draft;
  const nextKey = Math.max(-1, ...locations.map(({ key }) => key)) + 1;
  return (
    <SettingsSection
      title="By location"
      intro={
        <>
          <p>Where something should differ for the nodes of one Infinity location, if only in that Infinity decides.</p>
          <p className="mt-2">
            A meeting looks the same for everyone in it: as at the location that is dialled first. Call rates and
            sign-in follow each caller’s own location.
          </p>
        </>
      }
    >
      {locations.length === 0 && <p className="text-[0.9375rem] text-ink-soft">Every location is alike.</p>}
      {locations.length > 0 && (
        <ul className="space-y-4">
          {locations.map((location, index) => (
            <LocationCard
              key={`${generation}-${location.key}`}
              field={`locations.${index}`}
              draft={location}
              everywhere={everywhere}
              names={names}
              errorAt={errorAt}
              onChange={(changed) => onChange(locations.with(index, changed))}
              onRemove={() => onChange(locations.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
      <Button
        variant="secondary"
        disabled={locations.length >= MOST}
        onClick={() => onChange([...locations, { key: nextKey, location: '', differs: [], options: NOTHING_SET }])}
      >
        <Plus aria-hidden="true" className="size-5" />
        Add a location
      </Button>
    </SettingsSection>
  );
}

'use client';

import { TriangleAlert } from 'lucide-react';
import type { SavedConferenceSettings } from '@/lib/settings/conference-settings';
import type { PolicySettings } from '@/lib/settings/policy-settings';
import { AdmissionSection } from './admission-section';
import { LocationOverrides } from './location-overrides';
import { OptionField } from './option-field';
import { SECTIONS } from './option-specs';
import { SaveBar } from './save-bar';
import type { InfinityNames } from './settings-api';
import { SettingsForm } from './settings-form';
import { SettingsHistory } from './settings-history';
import { SettingsSection } from './settings-section';
import { uncheckedWords } from './unchecked-words';
import { useNames } from './use-names';
import { useSettingsForm } from './use-settings-form';

type SettingsPageProps = { initial: SavedConferenceSettings; initialPolicy: PolicySettings };

const INTRO = `What Infinity is told about each meeting. A change holds for every meeting that nobody has been let into yet; those
  under way keep what they have, because a conference cannot change while people are in it.`;

/** What meetings are like and who comes in, for everyone and by location. */
export function SettingsPage({ initial, initialPolicy }: SettingsPageProps) {
  const form = useSettingsForm(initial, initialPolicy);
  const names = useNames();
  const { draft, problems, state } = form;
  const errorAt = (field: string) => errorOf(problems, field);

  return (
    <SettingsForm
      title="Settings"
      intro={INTRO}
      note={<NamesNote names={names} />}
      after={<SettingsHistory key={form.saved.id} inForceId={form.saved.id} onRestore={form.restore} />}
      state={state}
      isDirty={form.isDirty}
      onSave={() => form.save()}
    >
      <div className="space-y-10">
        {SECTIONS.map(({ title, intro, keys }) => (
          <SettingsSection key={title} title={title} intro={intro}>
            {keys.map((key) => (
              <OptionField
                key={key}
                id={`everywhere.${key}`}
                option={key}
                options={draft.everywhere}
                names={names}
                error={errorAt(`everywhere.${key}`)}
                onChange={form.setEverywhere}
              />
            ))}
          </SettingsSection>
        ))}
        <LocationOverrides {...{ draft, names, errorAt }} generation={form.generation} onChange={form.setLocations} />
        <AdmissionSection value={form.policy} onChange={form.setPolicy} />
      </div>
      {errorAt('everywhere') && <p className="mt-6 text-danger">{errorAt('everywhere')}</p>}
      <SaveBar
        state={state}
        isDirty={form.isDirty}
        problemCount={problems.length}
        onDiscard={form.discard}
        onSaveUnchecked={() => void form.save(true)}
        onShowNewest={form.showNewest}
      />
    </SettingsForm>
  );
}

/** The words at a field; what is said of a part of a field, as of a layout's view, is said at the field. */
function errorOf(problems: readonly { field: string; message: string }[], field: string): string | undefined {
  const isWhole = field === 'everywhere' || field.endsWith('.options');
  const found = problems.find((each) => each.field === field || (!isWhole && each.field.startsWith(`${field}.`)));
  if (!found) return undefined;
  return found.message.charAt(0).toUpperCase() + found.message.slice(1) + (/[.?!]$/.test(found.message) ? '' : '.');
}

function NamesNote({ names }: { names: InfinityNames | null }) {
  const words = names && uncheckedWords(names);
  if (!words) return null;
  return (
    <p className="mt-5 flex max-w-prose gap-2.5 rounded-control bg-warn-soft p-3.5 text-[0.9375rem] leading-snug">
      <TriangleAlert aria-hidden="true" className="mt-px size-5 shrink-0 text-warn" strokeWidth={1.75} />
      {words}
    </p>
  );
}

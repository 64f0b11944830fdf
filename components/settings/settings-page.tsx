'use client';

import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SavedConferenceSettings } from '@/lib/settings/conference-settings';
import type { PolicySettings } from '@/lib/settings/policy-settings';
import { AdmissionSection } from './admission-section';
import { LeaveWarning } from './leave-warning';
import { LocationOverrides } from './location-overrides';
import { OptionField } from './option-field';
import { SECTIONS } from './option-specs';
import { SaveBar } from './save-bar';
import type { InfinityNames } from './settings-api';
import { SettingsHistory } from './settings-history';
import { SettingsSection } from './settings-section';
import { useNames } from './use-names';
import { useSettingsForm } from './use-settings-form';

type SettingsPageProps = { initial: SavedConferenceSettings; initialPolicy: PolicySettings };

/** What meetings are like and who comes in, for everyone and by location. */
export function SettingsPage({ initial, initialPolicy }: SettingsPageProps) {
  const form = useSettingsForm(initial, initialPolicy);
  const names = useNames();
  const element = useRef<HTMLFormElement>(null);
  const { draft, problems, state } = form;
  const errorAt = (field: string) => errorOf(problems, field);

  // The first field with an error takes the focus, so that keyboard and screen reader are where the words are.
  useEffect(() => {
    if (state.kind !== 'failed') return;
    element.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input')?.focus();
  }, [state]);

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <h1 className="text-2xl font-semibold tracking-tight">Settings</h1>
      <p className="mt-1.5 max-w-prose leading-relaxed text-ink-soft">
        What Infinity is told about each meeting. A change holds for every meeting that nobody has been let into yet;
        those under way keep what they have, because a conference cannot change while people are in it.
      </p>
      <NamesNote names={names} />
      <form
        ref={element}
        noValidate
        // What takes the focus must not come to lie under the header or the bar for saving.
        className="mt-8 [&_input]:scroll-my-32 [&_select]:scroll-my-32"
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
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
      </form>
      <SettingsHistory key={form.saved.id} inForceId={form.saved.id} onRestore={form.restore} />
      <LeaveWarning isDirty={form.isDirty} />
    </main>
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
  const isUnreachable = names && Object.values(names).some((list) => !list.checked && list.why === 'unreachable');
  if (!isUnreachable) return null;
  return (
    <p className="mt-5 flex max-w-prose gap-2.5 rounded-control bg-warn-soft p-3.5 text-[0.9375rem] leading-snug">
      <TriangleAlert aria-hidden="true" className="mt-px size-5 shrink-0 text-warn" strokeWidth={1.75} />
      The Management Node does not answer just now, so names of themes, locations and groups have to be typed, exactly
      as they are on Infinity.
    </p>
  );
}

'use client';

import { SaveBar } from '@/components/settings/save-bar';
import { SettingsForm } from '@/components/settings/settings-form';
import { SettingsSection } from '@/components/settings/settings-section';
import { TextField } from '@/components/ui/text-field';
import type { SavedBrand } from '@/lib/brand/brand-settings';
import { BrandPreview } from './brand-preview';
import { ButtonFields } from './button-fields';
import { ClosedFields } from './closed-fields';
import { ColourField } from './colour-field';
import { HoursFields } from './hours-fields';
import { LogoField } from './logo-field';
import { useBrandForm } from './use-brand-form';

/** What visitors see of the company, and when somebody is there for them. */
export function BrandPage({ initial }: { initial: SavedBrand }) {
  const form = useBrandForm(initial);
  const { draft, problems, state, change, errorAt } = form;

  return (
    <SettingsForm
      title="Brand and hours"
      intro="What visitors see of your company, and when somebody is there for them. The site shows a change within seconds."
      state={state}
      isDirty={form.isDirty}
      onSave={form.save}
    >
      <div className="space-y-10">
        <SettingsSection
          title="Look"
          intro="Your name, your logo and one colour. Text on the colour is white or black, whichever reads better."
        >
          <TextField
            id="companyName"
            label="Company name"
            value={draft.companyName}
            maxLength={60}
            error={errorAt('companyName')}
            autoComplete="organization"
            className="max-w-sm"
            onChange={(event) => change({ companyName: event.target.value })}
          />
          <LogoField initialId={initial.logoId} companyName={draft.companyName} />
          <div className="grid gap-6 sm:grid-cols-2">
            {(['light', 'dark'] as const).map((scheme) => (
              <ColourField
                key={scheme}
                scheme={scheme}
                value={draft.accent[scheme]}
                error={errorAt(`accent.${scheme}`)}
                onChange={(colour) => change({ accent: { ...draft.accent, [scheme]: colour } })}
              />
            ))}
          </div>
          <BrandPreview settings={draft} />
        </SettingsSection>
        <SettingsSection title="Call button" intro="It stays in a lower corner of every page of your site.">
          <ButtonFields {...{ draft, change, errorAt }} />
        </SettingsSection>
        <SettingsSection
          title="Opening hours"
          intro="Outside of them the button offers something else than a call. Whoever is in a call stays in it."
        >
          <HoursFields
            hours={draft.hours}
            problems={problems}
            errorAt={errorAt}
            onChange={(hours) => change({ hours })}
          />
          <ClosedFields
            value={draft.whenClosed}
            error={errorAt('whenClosed')}
            onChange={(whenClosed) => change({ whenClosed })}
          />
        </SettingsSection>
      </div>
      <SaveBar
        state={state}
        isDirty={form.isDirty}
        problemCount={Object.keys(problems).length}
        onDiscard={form.discard}
        onSaveUnchecked={() => undefined}
        onShowNewest={() => undefined}
      />
    </SettingsForm>
  );
}

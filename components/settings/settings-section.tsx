import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

type SettingsSectionProps = { title: string; intro: ReactNode; children: ReactNode };

/** A heading and what it is about, and beside it, where there is room, the fields. */
export function SettingsSection({ title, intro, children }: SettingsSectionProps) {
  const id = `section-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-3 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <div className="lg:pt-1">
        <h2 id={id} className="text-lg font-semibold tracking-tight">
          {title}
        </h2>
        <div className="mt-1 max-w-prose text-sm leading-relaxed text-ink-soft">{intro}</div>
      </div>
      <Card className="space-y-7 p-4 sm:p-6">{children}</Card>
    </section>
  );
}

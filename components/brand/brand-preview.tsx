'use client';

import { Video } from 'lucide-react';
import { useEffect, useRef } from 'react';
import panel from '@/messages/en/panel.json';
import type { BrandSettings } from '@/lib/brand/brand-settings';
import { accentColours, PAGE_COLOURS, type Scheme } from '@/lib/brand/colours';

const INK: Record<Scheme, string> = { light: '#10273a', dark: '#e9f0f2' };

/** A corner of the site, by day and by night. Decoration: the fields beside it say the same. */
export function BrandPreview({ settings }: { settings: BrandSettings }) {
  return (
    <div aria-hidden="true" className="grid gap-3 sm:grid-cols-2">
      <Corner settings={settings} scheme="light" />
      <Corner settings={settings} scheme="dark" />
    </div>
  );
}

function Corner({ settings, scheme }: { settings: BrandSettings; scheme: Scheme }) {
  const element = useRef<HTMLDivElement>(null);
  const accent = settings.accent[scheme].trim().toLowerCase();

  // Set by script, because the page's security policy forbids style attributes.
  useEffect(() => {
    const [canvas, surface] = PAGE_COLOURS[scheme];
    const isWhole = /^#[0-9a-f]{6}$/.test(accent);
    const values = {
      ...{ '--canvas': canvas, '--surface': surface, '--ink': INK[scheme] },
      ...(isWhole ? { '--accent': accent, '--on-accent': accentColours(accent, scheme).onAccent } : {}),
    };
    for (const [name, value] of Object.entries(values)) element.current?.style.setProperty(name, value ?? null);
  }, [accent, scheme]);

  return (
    <div
      ref={element}
      className="flex min-h-40 flex-col justify-between rounded-control border border-line bg-canvas p-4 text-ink"
    >
      <p>
        <span className="block font-display text-lg leading-tight font-medium break-words">{settings.companyName}</span>
        <span className="text-sm font-medium text-accent underline underline-offset-4">A link on the page</span>
      </p>
      <span
        className={`inline-flex min-h-12 max-w-full items-center gap-2 rounded-full bg-accent ps-4 pe-5 text-[0.9375rem]
          font-semibold text-on-accent shadow-panel ${settings.place === 'end' ? 'self-end' : 'self-start'}`}
      >
        <Video className="size-5 shrink-0" strokeWidth={1.75} />
        <span className="truncate">{settings.words.en?.trim() || panel.corner.call}</span>
      </span>
    </div>
  );
}

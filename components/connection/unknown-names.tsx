'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { UnknownName, UnknownNames as Report } from '@/lib/policy/unknown-names-report';
import { fetchUnknownNames } from './connection-api';
import { countWords } from './connection-words';
import { Section } from './section';
import { unknownNameWords } from './unknown-names-words';
import { usePolling } from './use-polling';

/** Names are removed from Infinity seldom, and its Management Node answers only so many requests. */
const EVERY_MS = 60_000;

/** What we tell nodes by name and Infinity no longer has, looked up again and again. */
export function UnknownNames() {
  const [report, setReport] = useState<Report | null>(null);

  // Not rendered with the page, which would wait for Infinity.
  useEffect(() => void look(setReport), []);
  usePolling(() => look(setReport), EVERY_MS);
  return <NamesReport report={report} />;
}

async function look(show: (report: Report) => void): Promise<void> {
  const answer = await fetchUnknownNames();
  if (answer.ok) show(answer.value);
}

/** Infinity drops answers with such names without a word. Nothing when all is well, and until that is known. */
export function NamesReport({ report }: { report: Report | null }) {
  if (!report || (report.total === 0 && !report.isUnchecked)) return null;
  return (
    <Section title="Names on Infinity" id="names">
      {report.isUnchecked && (
        <p className="max-w-3xl text-[0.9375rem]">
          The Management Node does not answer, so nobody knows whether Infinity still has what the settings and media
          rules name. It is asked again every minute.
        </p>
      )}
      {report.total > 0 && <Unknown {...report} />}
    </Section>
  );
}

function Unknown({ names, total }: Report) {
  return (
    <div className="mt-3 rounded-card border border-warn/40 bg-warn-soft px-4 py-3.5">
      <p className="flex gap-2.5 text-[0.9375rem]">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" strokeWidth={1.75} />
        What is in force names what Infinity does not have. It may have been renamed or removed there after it was saved
        here.
      </p>
      <ul className="mt-3 divide-y divide-warn/25 border-t border-warn/25 text-sm">
        {names.map((unknown) => (
          <UnknownRow key={keyOf(unknown)} unknown={unknown} />
        ))}
      </ul>
      {total > names.length && (
        <p className="mt-2 text-sm text-ink-soft">And {countWords(total - names.length, 'other', 'others')}.</p>
      )}
    </div>
  );
}

function UnknownRow({ unknown }: { unknown: UnknownName }) {
  const { where, effect, href } = unknownNameWords(unknown);
  return (
    <li className="py-2 wrap-anywhere">
      <Link href={href} className="font-semibold text-accent underline underline-offset-2">
        {where}
      </Link>
      <p>
        “{unknown.name}” {unknown.fault}
        {unknown.fault.endsWith('?') ? '' : '.'} {effect}
      </p>
    </li>
  );
}

function keyOf(unknown: UnknownName): string {
  if (unknown.in === 'settings') return unknown.field;
  if (unknown.in === 'kept') return JSON.stringify([unknown.option, unknown.location, unknown.name]);
  return `${unknown.isAsking} ${unknown.name}`;
}

'use client';

import { MapPinOff } from 'lucide-react';
import { useState } from 'react';
import { profileBehind, type ReportedStray } from '@/lib/strays/stray';
import { fetchStrays } from './connection-api';
import { countWords } from './connection-words';
import { Moment } from './moment';
import { Section } from './section';
import { usePolling } from './use-polling';

type StrayRequestsProps = { initial: readonly ReportedStray[]; policyUrl: string };

/** Nodes that reach us and ask for what is not ours: mostly a policy profile with a wrong URL, which nothing else would show. */
export function StrayRequests({ initial, policyUrl }: StrayRequestsProps) {
  const [strays, setStrays] = useState(initial);
  usePolling(async () => {
    const answer = await fetchStrays();
    if (answer.ok) setStrays(answer.value.strays);
  });
  const astray = strays.filter(({ kind }) => kind !== 'no-credentials');
  const unasked = strays.filter(({ kind }) => kind === 'no-credentials');
  if (strays.length === 0) return null;

  return (
    <Section title="Requests that lead nowhere" note="In the last 24 hours.">
      {astray.length > 0 && <Astray strays={astray} policyUrl={policyUrl} />}
      {unasked.length > 0 && <WithoutCredentials strays={unasked} />}
    </Section>
  );
}

function Astray({ strays, policyUrl }: { strays: readonly ReportedStray[]; policyUrl: string }) {
  return (
    <div className="rounded-card border border-warn/40 bg-warn-soft px-4 py-3.5">
      <p className="flex gap-2.5 text-[0.9375rem]">
        <MapPinOff aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-warn" strokeWidth={1.75} />
        <span>
          Somebody came with the right credentials to a path that is not one of the six requests. The URL in the policy
          profile should be <code className="font-mono text-[0.875em] break-all">{policyUrl}</code>.
        </span>
      </p>
      <ul className="mt-3 divide-y divide-warn/25 border-t border-warn/25 text-sm">
        {strays.map((stray) => (
          <li key={`${stray.kind} ${stray.path} ${stray.address}`} className="py-2">
            <code className="block font-mono text-[0.875em] break-all">{stray.path}</code>
            <p>{adviceFor(stray, policyUrl)}</p>
            <p className="text-ink-soft">
              {stray.address}, {countWords(stray.attempts, 'time', 'times')}, last <Moment at={stray.lastAt} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function adviceFor({ kind, path }: ReportedStray, policyUrl: string): string {
  if (kind === 'method') return 'Policy requests are asked with GET: no node does otherwise.';
  const profile = profileBehind(path, policyUrl);
  return profile ? `The profile’s URL seems to be ${profile}.` : 'No node asks for this.';
}

function WithoutCredentials({ strays }: { strays: readonly ReportedStray[] }) {
  const attempts = strays.reduce((sum, stray) => sum + stray.attempts, 0);
  return (
    <p className="mt-3 max-w-3xl text-[0.9375rem] text-ink-soft">
      {countWords(attempts, 'request', 'requests')} came without credentials, from{' '}
      {countWords(strays.length, 'address', 'addresses')}. A node may wait to be asked for them, so this is no fault as
      long as nodes are listed above.
    </p>
  );
}

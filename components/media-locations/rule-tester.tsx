import { useMemo, useState } from 'react';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import { chooseRule, isAddress, prepareRules, whyRule, type MediaCaller } from '@/lib/media-locations/choose-rule';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { ProtocolField } from './protocol-field';

/** Which rule would apply to a caller, by the very function that answers Infinity. */
export function RuleTester({ rules }: { rules: MediaRule[] }) {
  const prepared = useMemo(() => prepareRules(rules), [rules]);
  const [caller, setCaller] = useState<MediaCaller>({ askingLocation: '', address: '', protocol: '' });
  const [askingLocation, address] = [caller.askingLocation.trim(), caller.address.trim()];
  const isEmpty = !askingLocation && !address && !caller.protocol;
  const rule = chooseRule(prepared, { ...caller, askingLocation, address });

  return (
    <Card className="mt-8 p-4 sm:p-6">
      <section aria-labelledby="tester-title">
        <h2 id="tester-title" className="text-lg font-semibold">
          Which rule would apply?
        </h2>
        <div className="mt-4 grid gap-x-6 gap-y-4 md:grid-cols-3">
          <TextField
            label="Asking location"
            list="infinity-locations"
            autoComplete="off"
            value={caller.askingLocation}
            onChange={(event) => setCaller({ ...caller, askingLocation: event.target.value })}
          />
          <TextField
            label="Caller’s address"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="198.51.100.7"
            value={caller.address}
            onChange={(event) => setCaller({ ...caller, address: event.target.value })}
            error={address && !isAddress(address) ? 'Not an address, so only rules for any network count.' : undefined}
          />
          <ProtocolField
            value={caller.protocol}
            anyLabel="None of these"
            onChange={(protocol) => setCaller({ ...caller, protocol })}
          />
        </div>
        <p role="status" className="mt-5 rounded-control bg-sunken px-3.5 py-3 text-[0.9375rem] leading-relaxed">
          {isEmpty ? (
            'Fill in a caller to see what Infinity would be told.'
          ) : rule ? (
            <>
              Media goes to <strong className="font-semibold">{rule.location}</strong>
              {rule.overflow.map((name, index) => (
                <span key={name}>
                  {index === 0 ? '; when that is full, to ' : ', then '}
                  {name}
                </span>
              ))}
              . <span className="text-ink-soft">By the {whyRule(rule)}.</span>
            </>
          ) : (
            'No rule matches this caller: Infinity chooses by itself.'
          )}
        </p>
      </section>
    </Card>
  );
}

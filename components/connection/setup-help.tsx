import { Card } from '@/components/ui/card';
import type { SetupFacts } from '@/lib/decisions/decision-reports';
import { CopyText } from './copy-text';

/** What an administrator types into the Management Node, so that nodes ask us and report to us. */
export function SetupHelp({ setup }: { setup: SetupFacts }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card className="px-4 py-4">
        <h3 className="font-semibold">1. Policy profile</h3>
        <p className="mt-1 text-sm text-ink-soft">Management Node: Call control, Policy profiles.</p>
        <dl className="mt-3 space-y-3">
          <CopyText label="URL" text={setup.policyUrl} />
          <CopyText label="User name" text={setup.policyUsername} />
        </dl>
        <p className="mt-3 text-[0.9375rem]">
          The password is the one in <code className="font-mono text-[0.875em]">POLICY_PASSWORD</code>. Without a
          closing slash, and without <code className="font-mono text-[0.875em]">/policy/v1</code>: Infinity adds that
          itself. Enable these lookups:
        </p>
        <ul className="mt-2 list-disc space-y-1 pl-5 text-[0.9375rem]">
          <li>Service configuration: admits callers to meetings. Needed.</li>
          <li>Participant properties: names and roles from tickets. Needed.</li>
          <li>Media location: when you have rules under Media locations.</li>
          <li>Participant avatar: pictures of agents and devices.</li>
          <li>Directory and registration: when devices of yours register on Infinity.</li>
        </ul>
      </Card>
      <Card className="px-4 py-4">
        <h3 className="font-semibold">2. Event sink</h3>
        <p className="mt-1 text-sm text-ink-soft">Management Node: System, Event sinks.</p>
        <dl className="mt-3 space-y-3">
          <CopyText label="URL" text={setup.eventsUrl} />
          <CopyText label="User name" text={setup.eventsUsername} />
        </dl>
        <p className="mt-3 text-[0.9375rem]">
          The password is the one in <code className="font-mono text-[0.875em]">EVENTS_PASSWORD</code>. Version 2; bulk
          support may be on.
        </p>
        <h3 className="mt-5 font-semibold">3. System location</h3>
        <p className="mt-1 text-[0.9375rem]">
          Platform, Locations: choose that policy profile and add that event sink in every location whose nodes people
          call. It takes 60 to 90 seconds to act.
        </p>
      </Card>
    </div>
  );
}

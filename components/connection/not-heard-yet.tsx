import type { ReportedRefusal } from '@/lib/decisions/decision-reports';

/** No node has asked yet: what is most likely missing, in the order in which it usually is. */
export function NotHeardYet({ refusals }: { refusals: readonly ReportedRefusal[] }) {
  const isKnocking = refusals.some(({ door }) => door === 'policy');
  return (
    <div className="rounded-card border border-dashed border-line bg-surface px-5 py-6">
      <p className="font-semibold">Not heard from any node yet</p>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">
        {isKnocking
          ? 'Somebody knocks with wrong credentials: see below. If that is your node, type user name and password into its policy profile again.'
          : 'Nodes ask when somebody calls. Dial any alias on Infinity; if this stays empty, look for these:'}
      </p>
      <ol className="mt-3 list-decimal space-y-1.5 pl-5 text-[0.9375rem]">
        <li>The policy profile is not chosen in the system location of the node that was called.</li>
        <li>It was chosen less than 90 seconds ago.</li>
        <li>
          The profile’s URL ends in <code className="font-mono text-[0.875em]">/policy/v1</code>, or leads to a
          redirect, which nodes do not follow.
        </li>
        <li>The node cannot reach this address, or does not trust its certificate.</li>
        <li>None of the lookups is enabled in the profile.</li>
      </ol>
      <p className="mt-3 text-[0.9375rem]">
        <a href="#setup" className="font-medium text-accent underline underline-offset-2">
          What to type into Infinity
        </a>
      </p>
    </div>
  );
}

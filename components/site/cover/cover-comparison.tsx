import { Check, Minus } from 'lucide-react';
import { PageSection } from '../page-section';
import { COMPARISON, type CoverCell } from './comparison-rows';
import { PLANS } from './plans';

export function CoverComparison() {
  return (
    <PageSection title="Side by side" lead="The sums are those of a usual policy; yours can have others." sunken>
      <WideTable />
      <NarrowLists />
    </PageSection>
  );
}

function WideTable() {
  return (
    <table className="hidden w-full border-collapse text-left text-[0.9375rem] md:table">
      <caption className="sr-only">What home, boat, and home and boat cover include</caption>
      <thead>
        <tr className="border-b border-field">
          <td className="w-[34%]" />
          {PLANS.map((plan) => (
            <th key={plan.kind} scope="col" className="w-[22%] py-3 pr-4 font-display text-xl font-medium">
              {plan.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COMPARISON.map((row) => (
          <tr key={row.what} className="border-b border-line">
            <th scope="row" className="py-4 pr-4 font-medium">
              {row.what}
            </th>
            {PLANS.map((plan) => (
              <td key={plan.kind} className="py-4 pr-4">
                <Cell value={row[plan.kind]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone three columns would not fit, so each row of the table becomes a short list of its own. */
function NarrowLists() {
  return (
    <ul className="divide-y divide-line border-y border-line md:hidden">
      {COMPARISON.map((row) => (
        <li key={row.what} className="py-4">
          <h3 className="font-medium">{row.what}</h3>
          <dl className="mt-2 space-y-1 text-[0.9375rem]">
            {PLANS.map((plan) => (
              <div key={plan.kind} className="flex items-center justify-between gap-4">
                <dt className="text-ink-soft">{plan.name}</dt>
                <dd className="text-right">
                  <Cell value={row[plan.kind]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Cell({ value }: { value: CoverCell }) {
  if (typeof value === 'string') return value;
  const Icon = value ? Check : Minus;
  return (
    <>
      <Icon aria-hidden="true" className={`size-5 ${value ? 'text-accent' : 'text-ink-soft'}`} strokeWidth={2} />
      <span className="sr-only">{value ? 'Covered' : 'Not covered'}</span>
    </>
  );
}

import { CoastChart } from '../art/coast-chart';
import { OFFICES } from '../offices';
import { PageSection } from '../page-section';

export function Offices() {
  return (
    <PageSection
      id="offices"
      title="Come in"
      lead="Counters are open on weekdays from 9 am to 5 pm, and on Saturdays until 1 pm. Dogs and wet oilskins are welcome."
      sunken
    >
      <div className="grid items-start gap-12 lg:grid-cols-[1fr_1.1fr] lg:gap-16">
        <ul className="grid gap-x-8 gap-y-8 sm:grid-cols-2">
          {OFFICES.map((office) => (
            <li key={office.town} className="border-t border-line pt-4">
              <h3 className="font-display text-xl font-medium">{office.town}</h3>
              <p className="mt-0.5 text-sm text-ink-soft">{office.role}</p>
              <address className="mt-3 text-[0.9375rem] leading-relaxed not-italic">
                {office.address.map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
                <a
                  href={office.phone.href}
                  className="mt-1 inline-block py-1 text-accent underline-offset-4 hover:underline"
                >
                  {office.phone.display}
                </a>
              </address>
            </li>
          ))}
        </ul>
        <CoastChart className="h-auto w-full rounded-card border border-line" />
      </div>
    </PageSection>
  );
}

import Link from 'next/link';
import { buttonClasses } from '@/components/ui/button';
import { CoastChart } from '../art/coast-chart';

export function HarbourTowns() {
  return (
    <section className="border-t border-line">
      <div className="mx-auto grid w-full max-w-6xl items-center gap-12 px-5 py-16 sm:px-8 sm:py-24 lg:grid-cols-[1fr_1.1fr] lg:gap-20">
        <div>
          <h2 className="font-display text-[1.875rem] leading-[1.15] font-medium tracking-[-0.015em] text-balance sm:text-[2.25rem]">
            Four towns, four open doors
          </h2>
          <p className="mt-4 max-w-md text-[1.0625rem] leading-relaxed text-ink-soft">
            We are a mutual: there are no shareholders, only members. Our offices stand where our members live, and the
            kettle is on. You do not need an appointment.
          </p>
          <Link href="/contact" className={buttonClasses('secondary', 'large', 'mt-8')}>
            Find an office
          </Link>
        </div>
        <CoastChart className="h-auto w-full rounded-card border border-line" />
      </div>
    </section>
  );
}

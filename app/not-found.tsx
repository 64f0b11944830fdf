import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyMooring } from '@/components/site/art/empty-mooring';
import { buttonClasses } from '@/components/ui/button';
import { currentBrand } from '@/lib/brand/current-brand';
import SiteLayout from './(site)/layout';

export async function generateMetadata(): Promise<Metadata> {
  return { title: { absolute: `Page not found · ${(await currentBrand()).settings.companyName}` } };
}

/** A page of the site like any other: branded, and with the call, whose way back may have led here. */
export default function NotFound() {
  return (
    <SiteLayout>
      <div className="mx-auto w-full max-w-6xl px-5 pt-20 pb-16 sm:px-8 sm:pt-32 sm:pb-20">
        <h1 className="max-w-2xl font-display text-[min(2.5rem,13vw)] leading-[1.08] font-medium tracking-[-0.02em] text-balance sm:text-[3.25rem]">
          There is nothing at this mooring.
        </h1>
        <p className="mt-5 max-w-lg text-lg leading-relaxed text-ink-soft">
          The page has moved, or the address has a slip in it. If a link of ours brought you here, we are sorry.
        </p>
        <div className="mt-9 flex flex-wrap gap-3">
          <Link href="/" className={buttonClasses('primary', 'large')}>
            Back to the home page
          </Link>
          <Link href="/contact" className={buttonClasses('secondary', 'large')}>
            Contact us
          </Link>
        </div>
      </div>
      <EmptyMooring className="block h-28 w-full sm:h-40" />
    </SiteLayout>
  );
}

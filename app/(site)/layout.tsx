import type { Metadata } from 'next';
import { CallCorner } from '@/components/call/call-corner';
import { BrandColours } from '@/components/site/brand-colours';
import { SiteFooter } from '@/components/site/site-footer';
import { SiteHeader } from '@/components/site/site-header';
import { brandResponse, brandTitle, coloursUrl, wordmarkOf } from '@/lib/brand/brand-response';
import { currentBrand } from '@/lib/brand/current-brand';

export async function generateMetadata(): Promise<Metadata> {
  return { title: brandTitle(await currentBrand()) };
}

/**
 * The company's pages. The call lives here and not in a page, so that it goes on while the visitor walks about. The brand
 * comes from memory with each page, so that nothing flashes and a change is seen with the next one.
 */
export default async function SiteLayout({ children }: { children: React.ReactNode }) {
  const known = await currentBrand();
  const brand = brandResponse(known, new Date());
  const wordmark = wordmarkOf(known);
  return (
    <>
      <BrandColours href={coloursUrl(known)} />
      <SiteHeader wordmark={wordmark} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter wordmark={wordmark} />
      <CallCorner brand={brand} />
    </>
  );
}

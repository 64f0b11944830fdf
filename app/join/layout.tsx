import type { Metadata } from 'next';
import { BrandColours } from '@/components/site/brand-colours';
import { brandTitle, coloursUrl } from '@/lib/brand/brand-response';
import { currentBrand } from '@/lib/brand/current-brand';

export async function generateMetadata(): Promise<Metadata> {
  return { title: brandTitle(await currentBrand()) };
}

/** Invitations look like the company that sends them. */
export default async function JoinLayout({ children }: { children: React.ReactNode }) {
  return (
    <>
      <BrandColours href={coloursUrl(await currentBrand())} />
      {children}
    </>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BrandPage } from '@/components/brand/brand-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { loadBrand } from '@/lib/brand/brand-store';

export const metadata: Metadata = { title: 'Brand and hours' };

export default async function DashboardBrandPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/settings/brand');
  // From the database, not from memory: whoever edits this has to see what is there now.
  return <BrandPage initial={await loadBrand()} />;
}

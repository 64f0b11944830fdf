import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { KeepingPage } from '@/components/history/keeping-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { loadRetention } from '@/lib/retention/retention-store';

export const metadata: Metadata = { title: { absolute: 'Keeping · History · Mayfly' } };

export default async function HistoryKeepingPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/history/keeping');
  return <KeepingPage initial={await loadRetention()} />;
}

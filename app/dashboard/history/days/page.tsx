import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DaysPage } from '@/components/history/days-page';
import { currentAgent } from '@/lib/auth/require-agent';

export const metadata: Metadata = { title: { absolute: 'Days · History · Mayfly' } };

export default async function HistoryDaysPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/history/days');
  return <DaysPage />;
}

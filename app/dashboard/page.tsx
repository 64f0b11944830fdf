import { redirect } from 'next/navigation';
import { Desk } from '@/components/dashboard/desk';
import { currentAgent } from '@/lib/auth/require-agent';
import { loadLiveList } from '@/lib/live/live-store';

export default async function DashboardPage() {
  const agent = await currentAgent();
  if (!agent) redirect('/sign-in?callbackUrl=/dashboard');
  return <Desk initialList={await loadLiveList(new Date())} />;
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { MessagesPage } from '@/components/messages/messages-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { listMessages } from '@/lib/visitor-messages/message-store';

export const metadata: Metadata = { title: { absolute: 'Messages · Mayfly' } };

export default async function DashboardMessagesPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/messages');
  return <MessagesPage initial={await listMessages({ state: 'open' })} />;
}

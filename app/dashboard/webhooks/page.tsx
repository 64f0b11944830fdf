import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { WebhooksPage } from '@/components/webhooks/webhooks-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { listWebhooks } from '@/lib/webhooks/read-webhooks-store';

export const metadata: Metadata = { title: { absolute: 'Webhooks · Mayfly' } };

export default async function DashboardWebhooksPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/webhooks');
  return <WebhooksPage initial={await listWebhooks()} />;
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuditPage } from '@/components/history/audit-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { listAudit } from '@/lib/history/audit-list-store';

export const metadata: Metadata = { title: { absolute: 'Audit · History · Mayfly' } };

export default async function HistoryAuditPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/history/audit');
  return <AuditPage initial={await listAudit({}, new Date())} />;
}

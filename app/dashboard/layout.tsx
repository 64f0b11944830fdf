import type { Metadata } from 'next';
import { DeskCallProvider } from '@/components/dashboard/desk-call';
import { DeskHeader } from '@/components/dashboard/desk-header';
import { sessionName } from '@/lib/auth/require-agent';

export const metadata: Metadata = {
  title: { template: '%s · Mayfly', absolute: 'Desk · Mayfly' },
  description: 'Live meetings and settings, for agents.',
  robots: { index: false },
};

/**
 * Who may see a page is each page's own question: this stays as it is while an agent moves between them. So it asks no
 * database either, which may be away when a page is tried again: without this the agent's call would end.
 */
export default async function DashboardLayout({ children }: { children: React.ReactNode }) {
  const agentName = await sessionName();
  if (agentName === null) return children;
  return (
    <DeskCallProvider agentName={agentName} header={<DeskHeader agentName={agentName} />}>
      {children}
    </DeskCallProvider>
  );
}

import type { Metadata } from 'next';
import { DeskCallProvider } from '@/components/dashboard/desk-call';
import { DeskHeader } from '@/components/dashboard/desk-header';
import { currentAgent } from '@/lib/auth/require-agent';

export const metadata: Metadata = {
  title: { template: '%s · Mayfly', absolute: 'Desk · Mayfly' },
  description: 'Live meetings and settings, for agents.',
  robots: { index: false },
};

/** Who may see a page is each page's own question: this stays as it is while an agent moves between them. */
export default async function DashboardLayout({ children }: { children: React.ReactNode }) {
  const agent = await currentAgent();
  if (!agent) return children;
  return (
    <DeskCallProvider agentName={agent.name} header={<DeskHeader agentName={agent.name} />}>
      {children}
    </DeskCallProvider>
  );
}

import { HistoryTabs } from '@/components/history/history-tabs';
import { currentAgent } from '@/lib/auth/require-agent';

/** Who may see a page is each page's own question. */
export default async function HistoryLayout({ children }: { children: React.ReactNode }) {
  if (!(await currentAgent())) return children;
  return (
    <>
      <HistoryTabs />
      {children}
    </>
  );
}

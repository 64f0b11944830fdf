import { PageTabs } from '@/components/ui/page-tabs';
import { currentAgent } from '@/lib/auth/require-agent';

const PARTS = [
  { href: '/dashboard/history', label: 'Meetings', under: '/dashboard/history/meetings/' },
  { href: '/dashboard/history/participants', label: 'Participants' },
  { href: '/dashboard/history/days', label: 'Days' },
  { href: '/dashboard/history/keeping', label: 'Keeping' },
  { href: '/dashboard/history/audit', label: 'Audit' },
];

/** Who may see a page is each page's own question. */
export default async function HistoryLayout({ children }: { children: React.ReactNode }) {
  if (!(await currentAgent())) return children;
  return (
    <>
      <PageTabs label="History" parts={PARTS} />
      {children}
    </>
  );
}

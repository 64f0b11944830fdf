import { PageTabs } from '@/components/ui/page-tabs';
import { currentAgent } from '@/lib/auth/require-agent';

const PARTS = [
  { href: '/dashboard/settings', label: 'Meetings' },
  { href: '/dashboard/settings/brand', label: 'Brand and hours' },
];

/** Who may see a page is each page's own question. */
export default async function SettingsLayout({ children }: { children: React.ReactNode }) {
  if (!(await currentAgent())) return children;
  return (
    <>
      <PageTabs label="Settings" parts={PARTS} />
      {children}
    </>
  );
}

import { SettingsTabs } from '@/components/brand/settings-tabs';
import { currentAgent } from '@/lib/auth/require-agent';

/** Who may see a page is each page's own question. */
export default async function SettingsLayout({ children }: { children: React.ReactNode }) {
  if (!(await currentAgent())) return children;
  return (
    <>
      <SettingsTabs />
      {children}
    </>
  );
}

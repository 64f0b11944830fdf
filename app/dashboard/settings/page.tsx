import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SettingsPage } from '@/components/settings/settings-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { newestConferenceSettings } from '@/lib/settings/conference-settings-store';
import { savedPolicySettings } from '@/lib/settings/policy-settings-store';

export const metadata: Metadata = { title: 'Settings' };

export default async function DashboardSettingsPage() {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/settings');
  // From the database, not from memory: whoever edits this has to see what is there now.
  const [initial, initialPolicy] = await Promise.all([newestConferenceSettings(), savedPolicySettings()]);
  return <SettingsPage initial={initial} initialPolicy={initialPolicy.value} />;
}

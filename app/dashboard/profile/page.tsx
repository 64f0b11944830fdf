import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ProfilePage } from '@/components/devices/profile-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { findAvatar } from '@/lib/avatars/find-avatar';

export const metadata: Metadata = { title: { absolute: 'Your profile · Mayfly' } };

export default async function DashboardProfilePage() {
  const agent = await currentAgent();
  if (!agent) redirect('/sign-in?callbackUrl=/dashboard/profile');
  const avatarId = await findAvatar({ kind: 'agent', agentId: agent.id });
  return <ProfilePage name={agent.name} email={agent.email} initialAvatarId={avatarId} />;
}

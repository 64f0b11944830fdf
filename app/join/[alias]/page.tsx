import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { JoinPage } from '@/components/call/join-page';
import { findMeetingByAlias } from '@/lib/meetings/find-meeting';

export const metadata: Metadata = {
  title: 'Join the meeting',
  // The address is the invitation itself: it belongs in no index and in nobody's referrer log.
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

export default async function Page({ params }: { params: Promise<{ alias: string }> }) {
  const meeting = await findMeetingByAlias((await params).alias);
  if (!meeting) notFound();
  return <JoinPage meeting={meeting} />;
}

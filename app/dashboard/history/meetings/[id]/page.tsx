import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { MeetingPage } from '@/components/history/meeting-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { meetingDetail } from '@/lib/history/meeting-detail';

export const metadata: Metadata = { title: { absolute: 'Meeting · History · Mayfly' } };

export default async function HistoryMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/history');
  const id = z.uuid().safeParse((await params).id);
  const detail = id.success ? await meetingDetail(id.data, new Date()) : null;
  if (!detail) notFound();
  return <MeetingPage detail={detail} />;
}

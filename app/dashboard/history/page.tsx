import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NO_MEETING_FILTER } from '@/components/history/history-filter';
import { MeetingsPage } from '@/components/history/meetings-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { MeetingQuery } from '@/lib/history/history-query';
import { listMeetings } from '@/lib/history/list-meetings';
import { readFilter, type SearchParams } from './read-filter';

export const metadata: Metadata = { title: { absolute: 'Meetings · History · Mayfly' } };

export default async function HistoryMeetingsPage({ searchParams }: { searchParams: SearchParams }) {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/history');
  const { filter, query } = readFilter(await searchParams, NO_MEETING_FILTER, MeetingQuery);
  return <MeetingsPage initial={await listMeetings(query, new Date())} initialFilter={filter} />;
}

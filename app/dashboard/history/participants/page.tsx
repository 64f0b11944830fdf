import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { NO_PARTICIPANT_FILTER } from '@/components/history/history-filter';
import { ParticipantsPage } from '@/components/history/participants-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { ParticipantQuery } from '@/lib/history/history-query';
import { listParticipants } from '@/lib/history/list-participants';
import { readFilter, type SearchParams } from '../read-filter';

export const metadata: Metadata = { title: { absolute: 'Participants · History · Mayfly' } };

export default async function HistoryParticipantsPage({ searchParams }: { searchParams: SearchParams }) {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/history/participants');
  const { filter, query } = readFilter(await searchParams, NO_PARTICIPANT_FILTER, ParticipantQuery);
  return <ParticipantsPage initial={await listParticipants(query, new Date())} initialFilter={filter} />;
}

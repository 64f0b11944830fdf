import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ConnectionPage } from '@/components/connection/connection-page';
import { currentAgent } from '@/lib/auth/require-agent';
import { captureReport } from '@/lib/capture/control-capture';
import { settings } from '@/lib/config/env';
import { DecisionQuery } from '@/lib/decisions/decision-reports-filter';
import { loadDecisions } from '@/lib/decisions/decision-reports-store';
import { loadEventsReport } from '@/lib/reconciler/comparison-report';
import { connectionSummary } from '@/lib/decisions/decision-reports-summary';
import { recentStrays } from '@/lib/strays/recent-strays';

export const metadata: Metadata = { title: { absolute: 'Connection · Mayfly' } };

type DashboardConnectionProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DashboardConnectionPage({ searchParams }: DashboardConnectionProps) {
  if (!(await currentAgent())) redirect('/sign-in?callbackUrl=/dashboard/connection');
  const now = new Date();
  const { alias, outcome, request } = await searchParams;
  // An address that cannot be read shows everything, rather than nothing.
  const query = DecisionQuery.safeParse({ alias, outcome, request }).data ?? {};
  const { appUrl, policy, events } = settings();
  return (
    <ConnectionPage
      summary={await connectionSummary(now)}
      decisions={await loadDecisions(query)}
      filter={{ alias: query.alias ?? '', outcome: query.outcome ?? '', request: query.request ?? '' }}
      events={await loadEventsReport(now)}
      capture={await captureReport(now)}
      strays={await recentStrays(now)}
      setup={{
        policyUrl: `${appUrl}/api/policy`,
        policyUsername: policy.username,
        eventsUrl: `${appUrl}/api/events`,
        eventsUsername: events.username,
      }}
    />
  );
}

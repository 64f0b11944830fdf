import { settings } from '@/lib/config/env';
import { database } from '@/lib/db/client';
import { AFTER_END_MS } from '@/lib/meetings/meeting';
import { loadReport } from '@/lib/reconciler/report-store';
import { unixSeconds } from '@/lib/unix-seconds';
import type { Metric } from './metrics-text';

const MOST_NODES = 200;

type Count = { open: number; overdue: number; present: number; events: number; deliveries: number };

/**
 * What tells whether all is well. From the database, so that every instance says the same of the whole: ask one of them.
 * Names nobody and no meeting.
 */
export async function loadMetrics(now: Date): Promise<Metric[]> {
  // As the desk counts: whose end was lost is not there for ever.
  const mayLastUntil = new Date(now.getTime() - AFTER_END_MS);
  const [counts] = await database().$queryRaw<[Count]>`
    select
      (select count(*)::int from meeting
        where cancelled_at is null and valid_from <= ${now} and valid_until > ${now}) as open,
      (select count(*)::int from meeting where ended_at is null and valid_until <= ${now}) as overdue,
      (select count(*)::int from meeting join participant on participant.service_name = meeting.service_name
        where (valid_until > ${mayLastUntil} or (meeting.ended_at is null and valid_until <= ${mayLastUntil}))
          and left_at is null and is_counted) as present,
      (select count(*)::int from event_to_apply) as events,
      (select count(*)::int from webhook_delivery where state = 'waiting') as deliveries`;
  return [
    gauge('mayfly_meetings_open', 'Meetings whose time it is.', counts.open),
    gauge('mayfly_meetings_overdue', 'Meetings that are over and whose end was not carried out yet.', counts.overdue),
    gauge('mayfly_participants', 'People who are in a meeting now, or wait for it.', counts.present),
    gauge('mayfly_events_waiting', 'Events that are stored and not applied yet.', counts.events),
    gauge('mayfly_webhook_deliveries_waiting', 'Messages that are to be delivered or tried again.', counts.deliveries),
    ...(await ofNodes()),
    ...(settings().management ? await ofReconciler() : []),
  ];
}

async function ofNodes(): Promise<Metric[]> {
  const nodes = await database().sinkNode.findMany({ orderBy: { node: 'asc' }, take: MOST_NODES });
  return [
    {
      name: 'mayfly_events_total',
      type: 'counter',
      help: 'Events that a Conferencing Node has reported.',
      samples: nodes.map(({ node, events }) => ({ labels: { node }, value: Number(events) })),
    },
    {
      name: 'mayfly_node_last_event_timestamp_seconds',
      type: 'gauge',
      help: 'When a Conferencing Node last reported something.',
      samples: nodes.map(({ node, lastReceivedAt }) => ({ labels: { node }, value: unixSeconds(lastReceivedAt) })),
    },
  ];
}

async function ofReconciler(): Promise<Metric[]> {
  const { lastRunAt, problem } = await loadReport();
  const [run, failed] = ['mayfly_reconciler_last_run_timestamp_seconds', 'mayfly_reconciler_failing'];
  return [
    gauge(run, 'When everything was last compared with the Management Node.', lastRunAt && unixSeconds(lastRunAt)),
    gauge(failed, '1 while it cannot be compared.', problem === null ? 0 : 1),
  ];
}

function gauge(name: string, help: string, value: number | null): Metric {
  return { name, type: 'gauge', help, samples: [{ value }] };
}

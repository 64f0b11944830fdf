import { z } from 'zod';
import { ask, refusalOf, type ManagementAccess } from './management-client';
import { toManagementTime } from './management-time';
import { readList } from './read-list';

const EventSink = z.object({
  id: z.union([z.number().int(), z.string().min(1)]).transform(String),
  name: z.string(),
  url: z.string(),
});
export type EventSink = z.output<typeof EventSink>;

/** Every event sink that is configured, ours and others'. Throws ManagementProblem. */
export async function listEventSinks(access: ManagementAccess): Promise<EventSink[]> {
  const list = { list: 'configuration/v1/event_sink', item: EventSink, urgency: 'background' } as const;
  return (await readList(access, list)).items;
}

/** Has stopped publishers of this sink begin again, on all nodes (event-sink.md §1, V). Throws ManagementProblem. */
export async function restartEventSink(access: ManagementAccess, { id }: EventSink, now: Date): Promise<void> {
  const response = await ask(access, {
    method: 'PATCH',
    path: `configuration/v1/event_sink/${encodeURIComponent(id)}/`,
    body: { restart_date: toManagementTime(now) },
    urgency: 'background',
  });
  if (!response.ok) throw refusalOf(response.status);
}

import { z } from 'zod';
import { text } from './loose';
import type { ManagementAccess } from './management-client';
import { managementTime } from './management-time';
import { readList } from './read-list';

/** A publisher gave up sending to a sink, and stays stopped until it is restarted (event-sink.md §1, V, P). */
const STOPPED_SINK: ReadonlySet<string> = new Set(['eventsink_maximum_backoff', 'eventsink_maximum_posts']);
/** The Management Node hears nothing of a node, and so lists nothing of what that node carries. */
const LOST_NODE = 'connectivity_lost';
/** What matters to calls (management-api.md §2). */
const WATCHED: ReadonlySet<string> = new Set([...STOPPED_SINK, LOST_NODE, 'licenses_exhausted', 'capacity_exhausted']);

const Alarm = z
  .object({
    name: z.string(),
    node: text,
    details: text,
    instance: text,
    identifier: text,
    time_raised: managementTime,
  })
  .transform(({ time_raised: raisedAt, ...alarm }) => ({ ...alarm, raisedAt }));
export type Alarm = z.output<typeof Alarm>;

/** The alarms that are raised now and matter to calls. Throws ManagementProblem. */
export async function listAlarms(access: ManagementAccess): Promise<Alarm[]> {
  const { items } = await readList(access, { list: 'status/v1/alarm', item: Alarm, urgency: 'background' });
  return items.filter(({ name }) => WATCHED.has(name));
}

export function saysSinkStopped({ name }: Alarm): boolean {
  return STOPPED_SINK.has(name);
}

export function saysNodeLost({ name }: Alarm): boolean {
  return name === LOST_NODE;
}

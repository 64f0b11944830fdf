import { database, type Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { loadSetting } from '@/lib/settings/setting-store';
import { RUN } from './age-out-store';
import { eraseLateBodies, eraseElsewhere } from './erase-elsewhere-store';
import { eraseLateEvents } from './erase-events-store';
import { erasePeople } from './erase-people-store';
import { RetentionRunRow } from './retention-settings';

/** People in one run; hardly ever anybody. */
const AT_ONCE = 500;
const TRANSACTION = { timeout: 120_000 };

/** Far longer than a run or storing may take: what was on its way when the last run looked came after this. */
const OVERLAP_MS = 10 * 60_000;

/**
 * Erases once more whom a node spoke of after they were erased: a sink that was stopped delivers all it has when it is
 * started again, and a leg of theirs that is heard of only then has their name. A stay that is over (stay-id.ts) is told of
 * under the id of its leg.
 *
 * @param forgetBefore who was erased before then is remembered no longer: what is delivered now is too old to keep a name
 */
export async function eraseWhoCameBack(now: Date, forgetBefore: Date): Promise<void> {
  // One by one: whoever is said to be in a call still keeps nobody else from being erased.
  for (const person of await whoCameBack()) await erasePeople([person], { kind: 'mayfly' }, now);
  await eraseWhatTellsOfThem();
  await database().erasedPerson.deleteMany({ where: { erasedAt: { lt: forgetBefore } } });
}

function whoCameBack() {
  return database().$queryRaw<{ serviceName: string; conversationId: string }[]>`
    select distinct leg.main_name as "serviceName", leg.conversation_id as "conversationId"
    from erased_person as erased
    join participant_leg as leg on leg.main_name = erased.service_name and (
      leg.id = erased.id or leg.conversation_id = erased.id or leg.related_ids @> array[erased.id])
    join sink_event as event on event.subject in ('leg:' || leg.id, 'leg:' || split_part(leg.id, '~', 1)) and event.received_at > erased.erased_at
    order by 1, 2 limit ${AT_ONCE}`;
}

/**
 * What else came since the last run and tells of them by an id of theirs, or of where they were: their names are not known any
 * more. Not of people who came back, since such an event names nobody in what is shown.
 */
async function eraseWhatTellsOfThem(): Promise<void> {
  const lastRun = await loadSetting(RUN, RetentionRunRow);
  const since = new Date(lastRun.at === null ? 0 : Date.parse(lastRun.at) - OVERLAP_MS);
  const erased = await database().erasedPerson.findMany({ select: { id: true }, distinct: ['id'] });
  if (erased.length === 0) return;
  // An event may name them without any id of theirs. Of a meeting of ours, whose name is never used again, all that change no
  // row go without what could name somebody.
  const ids = [...erased.map(({ id }) => id), ...(await roomsOfTheirs())];
  await database().$transaction(async (tx: Transaction) => {
    await eraseLateEvents(
      tx,
      'media',
      Prisma.sql`
      select 'media:' || id from erased_person`,
      since,
    );
    await eraseLateEvents(
      tx,
      'conference',
      Prisma.sql`
      select 'conference:' || node.service_name || '@' || node.node
      from conference_node as node join erased_person on erased_person.service_name = node.main_name`,
      since,
    );
    await eraseElsewhere(tx, { texts: [], ids }, since);
    await eraseLateBodies(tx, ids, since);
  }, TRANSACTION);
}

/** What their meetings and the breakout rooms of those are called. */
async function roomsOfTheirs(): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    select distinct unnest(array[meeting.service_name, node.service_name]) as name
    from erased_person as erased
    join meeting on meeting.service_name = erased.service_name
    left join conference_node as node on node.main_name = meeting.service_name`;
  return rows.flatMap(({ name }) => name ?? []);
}

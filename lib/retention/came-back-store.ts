import { database } from '@/lib/db/client';
import { erasePeople } from './erase-people-store';

/** People in one run; hardly ever anybody. */
const AT_ONCE = 500;

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

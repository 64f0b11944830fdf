import { mainNameOf } from '@/lib/conferences/room-name';
import { database } from '@/lib/db/client';
import { conversationOf } from '@/lib/management/participants';
import { stayKey, type KnownPast, type PastStay } from './missed-legs';

/** Our side of what history has. */
export async function loadKnownPast(stays: readonly PastStay[]): Promise<KnownPast> {
  const names = [...new Set(stays.map(({ conference_name: name }) => mainNameOf(name)))];
  const meetings = await database().$queryRaw<{ serviceName: string }[]>`
    select service_name as "serviceName" from meeting where service_name = any(${names}::text[])`;
  const ours = new Set(meetings.map(({ serviceName }) => serviceName));
  const here = stays.filter(({ conference_name: name }) => ours.has(mainNameOf(name)));
  const ids = here.map(({ id }) => id);
  const legs = await database().$queryRaw<{ id: string; conversationId: string; mainName: string }[]>`
    select id, conversation_id as "conversationId", main_name as "mainName" from participant_leg
    where id = any(${ids}::text[]) or conversation_id = any(${here.map(conversationOf)}::text[])`;
  return {
    ours,
    legIds: new Set(legs.map(({ id }) => id)),
    stays: new Set(legs.map(({ mainName, conversationId }) => stayKey(mainName, conversationId))),
  };
}

import { isControl } from '@/lib/conferences/control-leg';
import { mainNameOf } from '@/lib/conferences/room-name';
import { database } from '@/lib/db/client';
import { conversationOf } from '@/lib/management/participants';
import { stayKey, type KnownPast, type KnownPastLeg, type PastStay } from './missed-legs';

/** Our side of what history has. */
export async function loadKnownPast(stays: readonly PastStay[]): Promise<KnownPast> {
  const names = [...new Set(stays.map(({ conference_name: name }) => mainNameOf(name)))];
  const meetings = await database().$queryRaw<{ serviceName: string }[]>`
    select service_name as "serviceName" from meeting where service_name = any(${names}::text[])`;
  const ours = new Set(meetings.map(({ serviceName }) => serviceName));
  const here = stays.filter(({ conference_name: name }) => ours.has(mainNameOf(name)));
  const ids = here.map(({ id }) => id);
  const legs = await database().$queryRaw<PastLegRow[]>`
    select id, conversation_id as "conversationId", main_name as "mainName", protocol, has_media as "hasMedia",
      connected_at as "connectedAt", heard_at as "heardAt", disconnected_at as "disconnectedAt",
      end_known_by::text as "endKnownBy"
    from participant_leg
    where id = any(${ids}::text[]) or conversation_id = any(${here.map(conversationOf)}::text[])`;
  return {
    ours,
    legs: new Map(legs.map((leg) => [leg.id, leg])),
    stays: new Set(legs.map(keyOf)),
    staysOfPeople: new Set(legs.filter((leg) => !isControl(leg)).map(keyOf)),
  };
}

interface PastLegRow extends KnownPastLeg {
  id: string;
  conversationId: string;
  protocol: string | null;
  hasMedia: boolean;
}

const keyOf = ({ mainName, conversationId }: PastLegRow) => stayKey(mainName, conversationId);

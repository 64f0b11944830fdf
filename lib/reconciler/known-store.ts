import { isControl } from '@/lib/conferences/control-leg';
import { mainNameOf } from '@/lib/conferences/room-name';
import { database } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { conversationOf, type ListedParticipant } from '@/lib/management/participants';
import type { Known, KnownLeg, KnownPlace } from './known';
import type { Listing } from './listing';
import { isHeardBefore, SAME_MOMENT_MS } from './moments';

/** At once; what is longest unheard comes first, so that many rounds get through any number of ghosts. */
const MOST_OPEN_LEGS = 50_000;
const MOST_OPEN_PLACES = 20_000;
/** A name that lives again after it ended keeps its end; older ones than this are history. */
const SECOND_LIVES_MS = 7 * 24 * 60 * 60 * 1000;

/** A meeting whose conference is listed although everybody was put out. Who was not yet, is so by a job of their own. */
export interface OverdueMeeting {
  id: string;
}

/** Our side of what is listed. One question after another: the connections are for those who wait. */
export async function loadKnown(listing: Listing): Promise<Known & { overdue: OverdueMeeting[] }> {
  const { participants, places, askedAt } = listing;
  const names = [...participants, ...(places ?? [])].flatMap(({ conference }) =>
    conference ? [mainNameOf(conference)] : [],
  );
  const open = await openLegs();
  const legs = [...open, ...(await legsThatAreOver(participants, open))];
  const meetings = await meetingsNamed([...new Set(names)]);
  return {
    legs,
    places: await openPlaces(askedAt),
    ours: new Set(meetings.map(({ serviceName }) => serviceName)),
    heardOfLately: await heardOfLately(askedAt),
    nodesHeardAt: await nodesHeardAt(),
    overdue: meetings.filter(({ endedAt }) => endedAt !== null && isHeardBefore(endedAt, askedAt)),
  };
}

const LEG = {
  id: true,
  conversationId: true,
  serviceName: true,
  mainName: true,
  node: true,
  displayName: true,
  role: true,
  stage: true,
  protocol: true,
  hasMedia: true,
  isMuted: true,
  connectedAt: true,
  heardAt: true,
  disconnectedAt: true,
  endKnownBy: true,
} as const;

function openLegs(): Promise<KnownLeg[]> {
  return database().participantLeg.findMany({
    // Of one without a conference, or whose history was erased, nothing that is found would change anything.
    where: { disconnectedAt: null, mainName: { not: '' }, folding: { not: Prisma.DbNull } },
    select: LEG,
    orderBy: [{ heardAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: MOST_OPEN_LEGS,
  });
}

/** Those of the listed, and of their conversations, that are over for all we know: of most we know that they are not. */
async function legsThatAreOver(
  participants: readonly ListedParticipant[],
  open: readonly KnownLeg[],
): Promise<KnownLeg[]> {
  const openIds = new Set(open.map(({ id }) => id));
  // Whose control leg alone is open may have media that are over.
  const people = open.filter((leg) => !isControl(leg));
  const openConversations = new Set(people.map(({ conversationId }) => conversationId));
  const others = participants.filter(({ id }) => !openIds.has(id));
  if (others.length === 0) return [];
  const ids = others.map(({ id }) => id);
  const conversationIds = others.map(conversationOf).filter((id) => !openConversations.has(id));
  // As arrays: one parameter each would be more than a statement may have.
  return database().$queryRaw<KnownLeg[]>`
    select id, conversation_id as "conversationId", service_name as "serviceName", main_name as "mainName", node,
      display_name as "displayName", role::text, stage, protocol, has_media as "hasMedia", is_muted as "isMuted",
      connected_at as "connectedAt", heard_at as "heardAt", disconnected_at as "disconnectedAt", end_known_by::text as "endKnownBy"
    from participant_leg
    where disconnected_at is not null
      and (id = any(${ids}::text[]) or conversation_id = any(${conversationIds}::text[]))`;
}

/** Nodes that carry a conference as far as we know. The later of two lives of a name keeps the end of the one before. */
function openPlaces(now: Date): Promise<KnownPlace[]> {
  const lately = new Date(now.getTime() - SECOND_LIVES_MS);
  return database().$queryRaw<KnownPlace[]>`
    select service_name as "serviceName", node, started_at as "startedAt",
      to_timestamp((folding #>> '{state,heardAt}')::float8) as "heardAt"
    from conference_node
    where folding is not null and (ended_at is null or (ended_at > ${lately} and started_at > ended_at))
    order by started_at nulls first, service_name, node
    limit ${MOST_OPEN_PLACES}`;
}

/** What was told within the last moment. */
async function heardOfLately(askedAt: Date): Promise<Set<string>> {
  const lately = new Date(askedAt.getTime() - SAME_MOMENT_MS);
  const rows = await database().$queryRaw<{ subject: string }[]>`
    select distinct subject from sink_event
    where received_at >= ${lately} and (subject like 'leg:%' or subject like 'conference:%')`;
  return new Set(rows.map(({ subject }) => subject));
}

function meetingsNamed(names: string[]) {
  return database().$queryRaw<{ id: string; serviceName: string; endedAt: Date | null }[]>`
    select id, service_name as "serviceName", ended_at as "endedAt" from meeting
    where service_name = any(${names}::text[])`;
}

async function nodesHeardAt(): Promise<Map<string, Date>> {
  const nodes = await database().sinkNode.findMany({
    select: { node: true, lastReceivedAt: true },
    orderBy: [{ lastReceivedAt: 'desc' }, { node: 'asc' }],
    take: 1_000,
  });
  return new Map(nodes.map(({ node, lastReceivedAt }) => [node, lastReceivedAt]));
}

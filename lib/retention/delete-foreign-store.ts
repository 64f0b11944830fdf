import type { Transaction } from '@/lib/db/client';
import { deleteMediaOfNobody } from './delete-media-store';

/**
 * Deletes what was computed of conferences that are not ours from these subjects, of which no reports are left. Rooms of
 * others share the platform: nobody here looks at them, and no meeting is there to go with. A leg's stays that are over
 * (stay-id.ts) go with it.
 */
export async function deleteForeign(tx: Transaction, subjects: readonly string[]): Promise<void> {
  if (subjects.length === 0) return;
  const of = (kind: string) => subjects.flatMap((one) => (one.startsWith(kind) ? one.slice(kind.length) : []));
  const legs = await tx.$queryRaw<{ id: string; mainName: string; relatedIds: string[] }[]>`
    select id, main_name as "mainName", related_ids as "relatedIds" from participant_leg
    where id = any(${of('leg:')}::text[])
      or (related_ids && ${of('leg:')}::varchar[] and related_ids[1] = any(${of('leg:')}::text[]) and id like '%~%')`;
  const places = of('conference:').map(placeOf);
  const nodes = await tx.$queryRaw<{ serviceName: string; node: string; mainName: string }[]>`
    select service_name as "serviceName", node, main_name as "mainName" from conference_node
    where service_name = any(${places.map(({ serviceName }) => serviceName)}::text[])
      and node = any(${places.map(({ node }) => node)}::text[])`;
  const asked = new Set(places.map(keyOf));
  const isForeign = await foreignOnes(tx, [...legs, ...nodes]);

  const gone = legs.filter(isForeign);
  await tx.$executeRaw`delete from participant_leg where id = any(${gone.map(({ id }) => id)}::text[])`;
  await deleteMediaOfNobody(tx, [...of('media:'), ...gone.flatMap(({ id, relatedIds }) => [id, ...relatedIds])]);
  const goneNodes = nodes.filter((node) => isForeign(node) && asked.has(keyOf(node)));
  for (const { serviceName, node } of goneNodes) {
    await tx.conferenceNode.deleteMany({ where: { serviceName, node } });
  }
}

/** What a subject `conference:<service name>@<node>` is about; a name may have an @ in it. */
function placeOf(place: string) {
  const at = place.lastIndexOf('@');
  return { serviceName: place.slice(0, at), node: place.slice(at + 1) };
}

const keyOf = ({ serviceName, node }: { serviceName: string; node: string }) => JSON.stringify([serviceName, node]);

async function foreignOnes(tx: Transaction, rows: readonly { mainName: string }[]) {
  const names = [...new Set(rows.map(({ mainName }) => mainName))];
  const meetings = await tx.$queryRaw<{ name: string }[]>`
    select service_name as name from meeting where service_name = any(${names}::text[])`;
  const ours = new Set(meetings.map(({ name }) => name));
  return ({ mainName }: { mainName: string }) => !ours.has(mainName);
}

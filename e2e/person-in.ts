import { z } from 'zod';
import { askNode } from './node-api';
import { basic, stack } from './stack';

const Row = z.object({ id: z.string(), display_name: z.string(), connect_time: z.string().nullable() });
const Rows = z.object({ objects: z.array(Row) });

const Person = z.object({
  id: z.string(),
  /** Service name. */
  conference: z.string(),
  role: z.enum(['chair', 'guest']),
  isMuted: z.boolean(),
  showsCaptions: z.boolean(),
  /** Keys that they pressed. */
  digits: z.string(),
});

/** Somebody in a meeting, by name, as the node has them: who came last of that name, for a lost call may still be there. */
export async function personIn(alias: string, displayName: string): Promise<z.infer<typeof Person>> {
  const { MANAGEMENT_URL, MANAGEMENT_USERNAME, MANAGEMENT_PASSWORD } = stack();
  const response = await fetch(`${MANAGEMENT_URL}/api/admin/status/v1/participant/?destination_alias=${alias}`, {
    headers: { Authorization: basic(MANAGEMENT_USERNAME, MANAGEMENT_PASSWORD) },
  });
  const { objects } = Rows.parse(await response.json());
  const legs = objects.filter(({ display_name }) => display_name === displayName);
  const cameAt = ({ connect_time }: z.infer<typeof Row>) => Date.parse(connect_time ?? '') || Date.now();
  const [leg] = legs.toSorted((one, other) => cameAt(other) - cameAt(one));
  if (!leg) throw new Error(`${displayName} is not in ${alias}`);
  return Person.parse(await askNode(`participants/${leg.id}`));
}

import { z } from 'zod';
import { askNode } from './node-api';
import { basic, stack } from './stack';

const Rows = z.object({ objects: z.array(z.object({ id: z.string(), display_name: z.string() })) });

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

/** Somebody in a meeting, by name, as the node has them. */
export async function personIn(alias: string, displayName: string): Promise<z.infer<typeof Person>> {
  const { MANAGEMENT_URL, MANAGEMENT_USERNAME, MANAGEMENT_PASSWORD } = stack();
  const response = await fetch(`${MANAGEMENT_URL}/api/admin/status/v1/participant/?destination_alias=${alias}`, {
    headers: { Authorization: basic(MANAGEMENT_USERNAME, MANAGEMENT_PASSWORD) },
  });
  const { objects } = Rows.parse(await response.json());
  const leg = objects.find(({ display_name }) => display_name === displayName);
  if (!leg) throw new Error(`${displayName} is not in ${alias}`);
  return Person.parse(await askNode(`participants/${leg.id}`));
}

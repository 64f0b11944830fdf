import { z } from 'zod';
import type { GoodAnswer } from './ask-policy';
import type { Caller } from './caller';
import { consult, type PolicySurroundings } from './consult';
import { invalidField } from './invalid-field';
import { locationParameters, type ServiceNames } from './policy-parameters';
import type { Reading } from './policy-record';

/**
 * Reads the answer about a media location. `location` is required, and one name that is not configured voids the answer
 * (policy-api.md §6); names are case-sensitive. The older names of the overflow are held to the same rule.
 */
export function readLocationAnswer({ result }: GoodAnswer, locations: readonly string[]): Reading<string> {
  const known = z.string().refine((name) => locations.includes(name), 'no such location');
  const schema = z.looseObject({
    location: known,
    overflow_locations: z.array(known).optional(),
    primary_overflow_location: known.optional(),
    secondary_overflow_location: known.optional(),
  });
  const parsed = schema.safeParse(result);
  if (parsed.success) return { verdict: 'used', value: parsed.data.location };
  return { verdict: 'void', field: invalidField(parsed.error.issues) };
}

/** The location whose node carries the media: policy's choice, or the one that was called. */
export async function askMediaLocation(
  surroundings: PolicySurroundings,
  caller: Caller,
  service: ServiceNames,
): Promise<string> {
  const query = {
    question: 'media location' as const,
    path: 'participant/location',
    parameters: locationParameters(caller, service),
    otherwise: "the called node's location used",
  };
  const { locations } = surroundings.database.names;
  const reading = await consult(surroundings, query, (answer) => readLocationAnswer(answer, locations));
  return reading.verdict === 'used' ? reading.value : caller.node.location;
}

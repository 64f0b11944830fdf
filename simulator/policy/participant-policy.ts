import { z } from 'zod';
import type { Role } from '../conference/conference-state';
import { askPolicy } from './ask-policy';
import { invalidField, type PolicySurroundings } from './look-up-service';
import { locationParameters, type Caller } from './policy-parameters';

const text = z.string().max(250);

/** policy-api.md §5: every field is optional, unknown ones are ignored, an invalid one voids the answer. */
const propertiesSchema = z.looseObject({
  preauthenticated_role: z.enum(['chair', 'guest']).nullable().optional(),
  remote_display_name: text.nullable().optional(),
  remote_alias: text.optional(),
  bypass_lock: z.boolean().optional(),
  call_tag: text.optional(),
  rx_presentation_policy: z.enum(['ALLOW', 'DENY']).optional(),
  disable_overlay_text: z.boolean().optional(),
  layout_group: text.nullable().optional(),
  spotlight: z.int().optional(),
  display_count: z.int().optional(),
  prefers_multiscreen_mix: z.boolean().optional(),
  wants_presentation_in_mix: z.boolean().optional(),
  can_receive_personal_mix: z.boolean().optional(),
  send_to_audio_mixes: z.array(z.looseObject({ mix_name: text, prominent: z.boolean() })).optional(),
  receive_from_audio_mix: text.optional(),
});

const rejectionSchema = z.looseObject({ reject_reason: text.optional() }).catch({});

export interface Overrides {
  role?: Role;
  displayName?: string;
  bypassesLock?: boolean;
  callTag?: string;
  receivesPresentation?: boolean;
}

export type PropertiesOutcome = { type: 'admitted'; overrides: Overrides } | { type: 'rejected'; reason: string };

function toOverrides(properties: z.infer<typeof propertiesSchema>): Overrides {
  const overrides: Overrides = {};
  if (properties.preauthenticated_role) overrides.role = properties.preauthenticated_role;
  if (properties.remote_display_name) overrides.displayName = properties.remote_display_name;
  if (properties.bypass_lock !== undefined) overrides.bypassesLock = properties.bypass_lock;
  if (properties.call_tag !== undefined) overrides.callTag = properties.call_tag;
  if (properties.rx_presentation_policy) {
    overrides.receivesPresentation = properties.rx_presentation_policy === 'ALLOW';
  }
  return overrides;
}

/** Asks for participant properties and reads the overrides. Anything but a good answer changes nothing. */
export async function askParticipantProperties(
  { profile, log }: PolicySurroundings,
  parameters: Record<string, string>,
): Promise<PropertiesOutcome> {
  const answer = await askPolicy(profile, 'participant/properties', parameters);
  if (answer.type === 'none') return { type: 'admitted', overrides: {} };
  if (answer.action === 'reject') {
    return { type: 'rejected', reason: rejectionSchema.parse(answer.result).reject_reason ?? 'Call rejected' };
  }
  if (answer.result === undefined || answer.result === null) return { type: 'admitted', overrides: {} };
  const properties = propertiesSchema.safeParse(answer.result);
  if (properties.success) return { type: 'admitted', overrides: toOverrides(properties.data) };
  const field = invalidField(properties.error.issues);
  log(`policy ${parameters.node_ip}: participant properties dropped, ${field}`);
  return { type: 'admitted', overrides: {} };
}

/** The location whose node carries the media: policy's choice, or the one that was called. */
export async function askMediaLocation(
  { profile, database, log }: PolicySurroundings,
  caller: Caller,
  service: { name: string; tag: string },
): Promise<string> {
  const answer = await askPolicy(profile, 'participant/location', locationParameters(caller, service));
  if (answer.type === 'none') return caller.node.location;
  // One unknown name voids the answer (policy-api.md §6).
  const known = z.string().refine((name) => database.names.locations.includes(name), 'no such location');
  const schema = z.looseObject({ location: known, overflow_locations: z.array(known).optional() });
  const result = schema.safeParse(answer.result);
  if (result.success) return result.data.location;
  log(`policy ${caller.node.ip}: media location dropped, ${invalidField(result.error.issues)}`);
  return caller.node.location;
}

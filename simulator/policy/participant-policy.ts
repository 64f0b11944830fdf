import { z } from 'zod';
import type { Role } from '../conference/conference-state';
import type { GoodAnswer, PolicyParameters } from './ask-policy';
import { consult, type PolicySurroundings } from './consult';
import { invalidField } from './invalid-field';
import type { Reading } from './policy-record';

const text = z.string().max(250);

const audioMix = z.looseObject({
  // Three levels, parted by dots: main.french.interpreter.
  mix_name: text.refine((name) => name.split('.').length <= 3, 'more than three levels'),
  prominent: z.boolean(),
});

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
  send_to_audio_mixes: z.array(audioMix).optional(),
  receive_from_audio_mix: text.optional(),
});

const rejectionSchema = z.looseObject({ reject_reason: text.optional() }).catch({});

export interface Overrides {
  role?: Role;
  displayName?: string;
  remoteAlias?: string;
  bypassesLock?: boolean;
  callTag?: string;
  receivesPresentation?: boolean;
}

export type PropertiesOutcome = { type: 'admitted'; overrides: Overrides } | { type: 'rejected'; reason: string };

function toOverrides(properties: z.infer<typeof propertiesSchema>): Overrides {
  const overrides: Overrides = {};
  if (properties.preauthenticated_role) overrides.role = properties.preauthenticated_role;
  if (properties.remote_display_name) overrides.displayName = properties.remote_display_name;
  if (properties.remote_alias) overrides.remoteAlias = properties.remote_alias;
  if (properties.bypass_lock !== undefined) overrides.bypassesLock = properties.bypass_lock;
  if (properties.call_tag !== undefined) overrides.callTag = properties.call_tag;
  if (properties.rx_presentation_policy) {
    overrides.receivesPresentation = properties.rx_presentation_policy === 'ALLOW';
  }
  return overrides;
}

/** Reads the answer about a participant. Here `reject` counts whatever the result, which holds the reason. */
export function readPropertiesAnswer({ action, result }: GoodAnswer): Reading<Overrides> {
  if (action === 'reject') {
    return { verdict: 'rejected', reason: rejectionSchema.parse(result).reject_reason ?? null };
  }
  if (result === undefined || result === null) return { verdict: 'no-opinion' };
  const properties = propertiesSchema.safeParse(result);
  if (!properties.success) return { verdict: 'void', field: invalidField(properties.error.issues) };
  return Object.keys(properties.data).length === 0
    ? { verdict: 'no-opinion' }
    : { verdict: 'used', value: toOverrides(properties.data) };
}

/** Asks for participant properties and reads the overrides. Anything but a good answer changes nothing. */
export async function askParticipantProperties(
  surroundings: PolicySurroundings,
  parameters: PolicyParameters,
): Promise<PropertiesOutcome> {
  const query = {
    question: 'participant properties' as const,
    path: 'participant/properties',
    parameters,
    otherwise: 'nothing changed',
  };
  const reading = await consult(surroundings, query, readPropertiesAnswer);
  if (reading.verdict === 'rejected') return { type: 'rejected', reason: reading.reason ?? 'Call rejected' };
  return { type: 'admitted', overrides: reading.verdict === 'used' ? reading.value : {} };
}

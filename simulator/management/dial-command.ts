import { z } from 'zod';
import { callOut } from '../calls/call-out';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';

const alias = z.string().min(1).max(250);

/** The fields of `participant/dial/` that are acted on (management-api.md §3). */
const bodySchema = z.looseObject({
  conference_alias: alias,
  destination: alias,
  protocol: z.enum(['sip', 'h323', 'mssip', 'rtmp']).default('sip'),
  role: z.enum(['chair', 'guest']).default('guest'),
  system_location: z.string().optional(),
  call_type: z.enum(['video', 'video-only', 'audio']).default('video'),
  remote_display_name: z.string().max(250).default(''),
  streaming: z.union([z.boolean(), z.enum(['yes', 'no']).transform((answer) => answer === 'yes')]).default(false),
});

/**
 * Has a conference call somebody. Accepted at once, as the leg may still fail: whoever wants to know follows the events
 * of `participant_id`.
 */
export function dialCommand(deployment: Deployment): Route {
  return {
    method: 'POST',
    pattern: '/api/admin/command/v1/participant/dial/',
    handle: ({ body }) => {
      const parsed = bodySchema.safeParse(body);
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path, message }) => [path.join('.') || 'body', [message]]);
        return { status: 400, json: { dial: Object.fromEntries(fields) } };
      }
      const { conference_alias, destination, protocol, role, system_location, call_type } = parsed.data;
      const node = deployment.nodesUp.find(({ location }) => location === (system_location ?? location));
      if (!node) return { status: 400, json: { dial: { system_location: ['Failed to find system location.'] } } };
      const { call, outcome } = callOut(deployment, {
        node,
        alias: conference_alias,
        destination,
        protocol,
        role,
        displayName: parsed.data.remote_display_name,
        isAudioOnly: call_type === 'audio',
        isStreaming: parsed.data.streaming,
      });
      outcome.catch((error: unknown) => deployment.log(`dialling out failed: ${String(error)}`));
      return {
        status: 202,
        json: { status: 'success', data: { participant_id: call.id, participant_ids: [call.id] } },
      };
    },
  };
}

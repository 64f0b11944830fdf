import { z } from 'zod';
import { callOut } from '../calls/call-out';
import { forHosts } from './client-request';
import { badBody, refusal, success } from './replies';

/** The fields of `dial` that are acted on (client-api.md §7). Clients spell roles both ways, and leave out the host's. */
const bodySchema = z.looseObject({
  destination: z.string().trim().min(1).max(250),
  protocol: z.enum(['auto', 'sip', 'h323', 'mssip', 'rtmp']).default('auto'),
  role: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['chair', 'host', 'guest']))
    .default('chair'),
  call_type: z.enum(['video', 'video-only', 'audio']).default('video'),
  remote_display_name: z.string().max(250).default(''),
  streaming: z.union([z.boolean(), z.enum(['yes', 'no']).transform((answer) => answer === 'yes')]).default(false),
});

type Protocol = z.infer<typeof bodySchema>['protocol'];

/** Left to the node, a call goes out by SIP unless the address says otherwise. */
function protocolFor(wanted: Protocol, destination: string) {
  if (wanted !== 'auto') return wanted;
  return /^h323:/i.test(destination) ? 'h323' : 'sip';
}

/**
 * A host has the conference call somebody. The reply waits for policy, so that the client hears of a call that policy
 * does not let out.
 */
export const dial = forHosts(async ({ deployment, conference, caller, body }) => {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return badBody(parsed.error.issues[0]?.path.join('.') || 'destination');
  const node = deployment.nodes.find(({ ip }) => ip === caller.nodeIp);
  if (!node) return refusal(403, 'Signaling node disconnected');
  const { destination, protocol, role, call_type, remote_display_name, streaming } = parsed.data;
  const { call, outcome } = callOut(deployment, {
    node,
    alias: caller.localAlias,
    conference: conference.state.service.name,
    destination,
    protocol: protocolFor(protocol, destination),
    role: role === 'guest' ? 'guest' : 'chair',
    displayName: remote_display_name,
    isAudioOnly: call_type === 'audio',
    isStreaming: streaming,
  });
  await outcome;
  const { stage } = call;
  return stage.type === 'over' && stage.outcome === 'refused' ? refusal(403, stage.reason) : success([call.id]);
});

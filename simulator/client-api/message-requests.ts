import { z } from 'zod';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { about, clientRoute, type ClientRequest } from './client-request';
import { badBody, refusal, success } from './replies';

const messageSchema = z.looseObject({ type: z.string(), payload: z.string().max(64 * 1024) });

function readMessage({ conference, caller, body }: ClientRequest, isDirect: boolean) {
  if (!conference.state.service.isChatEnabled) return { reply: refusal(403, 'Chat is disabled') };
  if (!caller.isAdmitted) return { reply: refusal(403, 'Waiting to be admitted') };
  const message = messageSchema.safeParse(body);
  if (!message.success) return { reply: badBody('payload') };
  const { type, payload } = message.data;
  const data = { origin: caller.displayName, uuid: caller.uuid, type, payload, direct: isDirect };
  return { event: { event: 'message_received', data } };
}

/** Chat, to all and to one. Senders do not get their own message back; who waits outside gets only private ones. */
export function messageRoutes(deployment: Deployment): Route[] {
  return [
    clientRoute(deployment, 'POST', 'message', (request) => {
      const { reply, event } = readMessage(request, false);
      if (reply) return reply;
      for (const { uuid, isAdmitted } of request.conference.state.participants.values()) {
        if (isAdmitted && uuid !== request.caller.uuid) request.conference.send(uuid, [event]);
      }
      return success(true);
    }),
    clientRoute(
      deployment,
      'POST',
      'participants/:uuid/message',
      about((request, target) => {
        const { reply, event } = readMessage(request, true);
        if (reply) return reply;
        request.conference.send(target.uuid, [event]);
        return success(true);
      }),
    ),
  ];
}

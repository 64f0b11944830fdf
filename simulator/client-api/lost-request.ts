import type { Deployment } from '../deployment';
import type { HttpReply, HttpRequest } from '../http/http-exchange';
import { decodeSegment } from '../http/router';
import { tokenOf } from './client-request';
import { joinBodySchema } from './join-body';

const dialledAlias = (path: string) => /\/conferences\/([^/]+)\/request_token$/.exec(path)?.[1];

/** The cut participant whose device sends a request, or null. */
function cutSender({ tokens, network }: Deployment, request: HttpRequest): string | null {
  const alias = dialledAlias(request.path);
  if (alias !== undefined) {
    const { display_name = '', call_tag = '' } = joinBodySchema.parse(request.body ?? {});
    return network.deviceDialling(decodeSegment(alias), display_name, call_tag);
  }
  const owner = tokens.ownerOf(tokenOf(request));
  return owner !== null && network.isParticipantCut(owner) ? owner : null;
}

/** Nothing of a device without network reaches the node, and it gets no answer. */
export function loseIfCut(deployment: Deployment, request: HttpRequest): HttpReply | null {
  const sender = cutSender(deployment, request);
  if (sender === null) return null;
  deployment.network.lose(sender, request.response);
  return 'streaming';
}

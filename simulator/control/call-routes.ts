import { z } from 'zod';
import { describeCall } from '../calls/describe-call';
import { dialBodySchema, typedSchema } from '../calls/dial-body';
import { dialIn, enterPin, probe } from '../calls/dial-in';
import { dialOut } from '../calls/dial-out';
import type { DialledCall } from '../calls/dialled-call';
import { toCaller } from '../calls/dialled-caller';
import { hangUp } from '../calls/hang-up';
import type { ConferencingNode } from '../conferencing-node';
import type { Deployment } from '../deployment';
import type { HttpReply } from '../http/http-exchange';
import type { Handler, Route } from '../http/router';
import { badRequest, conflict, created, notThere, ok } from './replies';

const pinBodySchema = z.strictObject({ pin: typedSchema });

/** Makes a call to, or from, this node, and answers once policy and the caller's first PIN have had their say. */
function startCall(deployment: Deployment, node: ConferencingNode): Handler {
  return async (request) => {
    const parsed = dialBodySchema.safeParse(request.body);
    if (!parsed.success) return badRequest(parsed.error);
    const body = parsed.data;
    const isRegistered = deployment.registrations.find(body.callerAlias) !== undefined;
    const { remoteAddress: address, remotePort: port } = request;
    const caller = toCaller(body, { node, isRegistered, address, port });
    const call = deployment.calls.open(caller, { isAudioOnly: body.callType === 'audio', isStreaming: body.streaming });
    if (body.direction === 'non_dial') await probe(deployment, call);
    else if (body.direction === 'dial_out') await dialOut(deployment, call, body);
    else await dialIn(deployment, call, body);
    return created(describeCall(deployment, call));
  };
}

function withCall(deployment: Deployment, act: (call: DialledCall, body: unknown) => HttpReply | Promise<HttpReply>) {
  const handle: Handler = ({ body }, { id = '' }) => {
    const call = deployment.calls.get(id);
    return call ? act(call, body) : notThere('No such call');
  };
  return handle;
}

/** Calls that come in otherwise than from a browser, and calls that go out. */
export function callRoutes(deployment: Deployment, node: ConferencingNode): Route[] {
  const one = '/simulator/v1/calls/:id';
  const typePin = withCall(deployment, async (call, body) => {
    const parsed = pinBodySchema.safeParse(body);
    if (!parsed.success) return badRequest(parsed.error);
    const isTaken = await enterPin(deployment, call, parsed.data.pin);
    return isTaken ? ok(describeCall(deployment, call)) : conflict('The call is not at the PIN prompt');
  });
  const end = withCall(deployment, (call) => {
    hangUp(deployment, call);
    return ok(describeCall(deployment, call));
  });
  return [
    { method: 'POST', pattern: '/simulator/v1/calls', handle: startCall(deployment, node) },
    { method: 'GET', pattern: one, handle: withCall(deployment, (call) => ok(describeCall(deployment, call))) },
    { method: 'DELETE', pattern: one, handle: end },
    { method: 'POST', pattern: `${one}/pin`, handle: typePin },
  ];
}

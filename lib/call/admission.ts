import type { CallFailure } from './failures';
import { joinMeeting } from './meeting-api';
import type { MeetingSource, MeetingTarget } from './meeting-source';
import { parseNodeAddress, type NodeAddress } from './node-address';
import { findNode } from './node-choice';

export interface Admission {
  target: MeetingTarget;
  /** The node to dial. */
  node: NodeAddress;
  /** All nodes that carry this meeting, `node` among them. */
  nodes: readonly NodeAddress[];
  role: 'host' | 'guest';
  callTag: string;
  pin: string | null;
  /** The node has moved us there, and our site may not know it. */
  isElsewhere?: boolean;
  validUntilMs: number;
  /** Server's clock minus ours, in ms. */
  skewMs: number;
}

export type AdmissionResult = { ok: true; admission: Admission } | { ok: false; failure: CallFailure };

/** Finds the meeting to join, and gets a ticket for one dial. */
export async function askAdmission(source: MeetingSource, displayName: string): Promise<AdmissionResult> {
  const found = await source.find(displayName);
  if (!found.ok) return found;
  const target = found.value;

  const ticket = await joinMeeting(target.alias, displayName, target);
  if (!ticket.ok) return ticket;
  const { role, callTag, pin, validUntil } = ticket.value;
  const nodes = readNodes([ticket.value.node, ...ticket.value.nodes]);
  const [first] = nodes;
  if (!first) return { ok: false, failure: 'other' };
  // A single one is dialled without being asked first: there is nothing to choose.
  const node = (nodes.length > 1 && (await findNode(nodes))) || first;
  const admission = { target, node, nodes, role, callTag, pin: pin ?? null, validUntilMs: Date.parse(validUntil) };
  return { ok: true, admission: { ...admission, skewMs: ticket.skewMs } };
}

/** What holds once the node has moved us to another conference. */
export function movedTo(alias: string, before: Admission): Admission {
  return { ...before, target: { alias, hostKey: null }, pin: null, isElsewhere: true };
}

/** Each once, without what is no address. */
function readNodes(texts: readonly string[]): NodeAddress[] {
  const nodes = new Map<string, NodeAddress>();
  for (const text of texts) {
    const node = parseNodeAddress(text);
    if (node) nodes.set(node.origin, node);
  }
  return [...nodes.values()];
}

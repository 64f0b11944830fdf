import type { CallFailure } from './failures';
import { joinMeeting } from './meeting-api';
import type { MeetingSource, MeetingTarget } from './meeting-source';
import { parseNodeAddress, type NodeAddress } from './node-address';

export interface Admission {
  target: MeetingTarget;
  node: NodeAddress;
  role: 'host' | 'guest';
  callTag: string;
  pin: string | null;
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

  const ticket = await joinMeeting(target.alias, displayName, target.hostKey);
  if (!ticket.ok) return ticket;
  const node = parseNodeAddress(ticket.value.node);
  if (!node) return { ok: false, failure: 'other' };
  const { role, callTag, pin, validUntil } = ticket.value;
  const admission = { target, node, role, callTag, pin: pin ?? null, validUntilMs: Date.parse(validUntil) };
  return { ok: true, admission: { ...admission, skewMs: ticket.skewMs } };
}

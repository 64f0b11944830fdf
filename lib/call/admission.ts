import type { CallFailure } from './failures';
import { createMeeting, joinMeeting } from './meeting-api';
import { parseNodeAddress, type NodeAddress } from './node-address';

/** The meeting someone wants to be in; the host key makes them its host. */
export interface MeetingTarget {
  alias: string;
  hostKey: string | null;
}

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

export type AdmissionResult =
  { ok: true; admission: Admission } | { ok: false; failure: CallFailure; target: MeetingTarget | null };

/**
 * Makes a meeting if there is none to join, and gets a ticket for one dial. The target comes back with a failure too, so
 * that the next try does not make a second meeting.
 */
export async function askAdmission(target: MeetingTarget | null, displayName: string): Promise<AdmissionResult> {
  const found = target ? { ok: true as const, value: target } : await createMeeting(displayName);
  if (!found.ok) return { ok: false, failure: found.failure, target: null };
  const { alias, hostKey } = found.value;
  const here: MeetingTarget = { alias, hostKey };

  const ticket = await joinMeeting(alias, displayName, hostKey);
  if (!ticket.ok) return { ok: false, failure: ticket.failure, target: here };
  const node = parseNodeAddress(ticket.value.node);
  if (!node) return { ok: false, failure: 'other', target: here };
  const { role, callTag, pin, validUntil } = ticket.value;
  const admission = { target: here, node, role, callTag, pin: pin ?? null, validUntilMs: Date.parse(validUntil) };
  return { ok: true, admission: { ...admission, skewMs: ticket.skewMs } };
}

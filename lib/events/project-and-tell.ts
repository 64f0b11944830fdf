import { projectConferences } from '@/lib/conferences/conference-store';
import { movedFrom } from '@/lib/conferences/ticket-holders-store';
import type { Transaction } from '@/lib/db/client';
import type { ToldMeeting } from '@/lib/webhooks/happening';
import { tellOfChanges } from './tell-of-changes';

/**
 * Computes people and facts of these conferences anew, and of those that they share somebody with, as far as they are ours, and
 * tells of what became another.
 */
export async function projectAndTell(tx: Transaction, mainNames: readonly string[]): Promise<void> {
  const names = [...new Set(mainNames)];
  const meetings = await meetingsNamed(tx, [...names, ...(await movedFrom(tx, names))]);
  await tellOfChanges(tx, await projectConferences(tx, [...meetings.keys()]), meetings);
}

/** Conferences that are not ours share the platform: rooms whose people are nobody's here, and whose names never end. */
async function meetingsNamed(tx: Transaction, names: string[]): Promise<Map<string, ToldMeeting>> {
  const select = { alias: true, serviceName: true, topic: true, validFrom: true, validUntil: true };
  const meetings = await tx.meeting.findMany({ where: { serviceName: { in: names } }, select });
  return new Map(meetings.map((meeting) => [meeting.serviceName, meeting]));
}

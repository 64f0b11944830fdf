import type { Conference } from '@/lib/conferences/conference';
import { database } from '@/lib/db/client';
import { storedMeeting } from './builders';

// Meetings of the past for tests of the history, seen from one moment.

export const HISTORY_NOW = new Date('2026-11-21T12:00:00.000Z');
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export function msBefore(ms: number): Date {
  return new Date(HISTORY_NOW.getTime() - ms);
}

type Call = Partial<Omit<Conference, 'durationMs'> & { durationMs: bigint }>;

/** An hour's meeting that began so long ago, and what came of it. */
export async function pastMeeting(ageMs: number, changes: Parameters<typeof storedMeeting>[0] = {}, call?: Call) {
  const validFrom = msBefore(ageMs);
  const validUntil = new Date(validFrom.getTime() + HOUR_MS);
  const stored = await storedMeeting({ validFrom, validUntil, endedAt: validUntil, ...changes });
  const known = { serviceName: stored.serviceName, firstArrivedAt: validFrom, people: 1, peak: 1 };
  if (call) await database().conference.create({ data: { ...known, ...call } });
  return stored;
}

/** Every row over all pages, with the pages' sizes. */
export async function allPages<Row>(load: (before: string) => Promise<{ rows: Row[]; before: string | null }>) {
  const rows: Row[] = [];
  const sizes: number[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { rows: Row[]; before: string | null } = await load(cursor);
    rows.push(...page.rows);
    sizes.push(page.rows.length);
    cursor = page.before;
  }
  return { rows, sizes };
}

import { LONGEST_DAYS, SHORTEST_NAMES_DAYS, type RetentionSettings } from '@/lib/retention/retention-report';

/** The form as it is typed. */
export interface RetentionDraft {
  namesDays: string;
  eventsDays: string;
  /** Empty: for ever. */
  meetingsDays: string;
}

export function draftOf({ namesDays, eventsDays, meetingsDays }: RetentionSettings): RetentionDraft {
  return {
    namesDays: String(namesDays),
    eventsDays: String(eventsDays),
    meetingsDays: meetingsDays === null ? '' : String(meetingsDays),
  };
}

type Read = { ok: true; settings: RetentionSettings } | { ok: false; errors: Record<string, string> };

/** What was typed as days; the server has the last word on how they fit together. */
export function readDraft(draft: RetentionDraft): Read {
  const namesDays = readDays(draft.namesDays);
  const eventsDays = readDays(draft.eventsDays);
  const isForEver = draft.meetingsDays.trim() === '';
  const meetingsDays = isForEver ? null : readDays(draft.meetingsDays);
  const errors = {
    ...(isDays(namesDays, SHORTEST_NAMES_DAYS) ? {} : { namesDays: range(SHORTEST_NAMES_DAYS) }),
    ...(isDays(eventsDays, 1) ? {} : { eventsDays: range(1) }),
    ...(isForEver || isDays(meetingsDays, SHORTEST_NAMES_DAYS) ? {} : { meetingsDays: range(SHORTEST_NAMES_DAYS) }),
  };
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, settings: { namesDays, eventsDays, meetingsDays } };
}

/** Whether something will go that would have stayed. */
export function shortens(before: RetentionSettings, after: RetentionSettings): boolean {
  const kept = (days: number | null) => days ?? Infinity;
  return (['namesDays', 'eventsDays', 'meetingsDays'] as const).some((key) => kept(after[key]) < kept(before[key]));
}

function readDays(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
}

function isDays(days: number | null, least: number): boolean {
  return days !== null && days >= least && days <= LONGEST_DAYS;
}

function range(least: number): string {
  return `must be a whole number from ${least} to ${LONGEST_DAYS}`;
}

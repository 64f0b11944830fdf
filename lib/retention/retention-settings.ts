import { z } from 'zod';
import { LONGEST_DAYS, SHORTEST_NAMES_DAYS, type RetentionRun } from './retention-report';

/** Under which the settings are kept in the setting table. */
export const RETENTION = 'retention';

const days = (least: number) => {
  const range = `must be a whole number from ${least} to ${LONGEST_DAYS}`;
  return z.int(range).min(least, range).max(LONGEST_DAYS, range);
};

/** How long things are kept, or what holds where nobody has said (retention-report.ts tells what each means). */
export const RetentionSettings = z.strictObject({
  namesDays: days(SHORTEST_NAMES_DAYS).default(90),
  eventsDays: days(1).default(30),
  meetingsDays: days(SHORTEST_NAMES_DAYS).nullable().default(null),
});

/** A whole replacement: whoever saves says all of it, so that nothing goes back to its default unsaid. */
export const RetentionSettingsBody = z
  .strictObject({
    namesDays: RetentionSettings.shape.namesDays.unwrap(),
    eventsDays: RetentionSettings.shape.eventsDays.unwrap(),
    meetingsDays: RetentionSettings.shape.meetingsDays.unwrap(),
  })
  // Reports hold names: kept longer than names, they would still say who it was.
  .refine(({ namesDays, eventsDays }) => eventsDays <= namesDays, {
    path: ['eventsDays'],
    message: 'must not be more days than names are kept',
  })
  .refine(({ namesDays, meetingsDays }) => meetingsDays === null || meetingsDays >= namesDays, {
    path: ['meetingsDays'],
    message: 'must not be fewer days than names are kept',
  });

export const RetentionRunRow: z.ZodType<RetentionRun> = z.object({
  at: z.iso.datetime().nullable().default(null),
  erased: z.number().default(0),
  events: z.number().default(0),
  meetings: z.number().default(0),
});

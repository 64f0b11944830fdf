import { z } from 'zod';

const time = z.iso.datetime().transform((text) => new Date(text));

/** What the reconciler last did, for the desk, and what it has to remember from one run to the next. */
export const ReconcilerReport = z.object({
  /** Null: it has not run yet. */
  lastRunAt: time.nullable().default(null),
  tookMs: z.number().default(0),
  /** Why it could not compare, in words; null when it could. */
  problem: z.string().nullable().default(null),
  /** When the lists of the last comparison that could be made were asked for; null: never. */
  comparedAt: time.nullable().default(null),
  /** Why a list could not be read that the comparing can do without, in words. */
  sideProblem: z.string().nullable().default(null),
  /** How much was told differently by the Management Node and by our rows, and was put right. */
  seen: z.number().default(0),
  gone: z.number().default(0),
  endedPlaces: z.number().default(0),
  /** Conferences that went on although their meeting is over, and are being put out. */
  overdue: z.number().default(0),
  /** Legs that came and went without having been reported, and were filled in from history. */
  filledIn: z.number().default(0),
  /** Since when so many are missing in the list that it takes another look (many-missing.ts); null while that is not so. */
  missingSince: time.nullable().default(null),
  /** Until when history was read; null: never. */
  pastReadAt: time.nullable().default(null),
  /** How much of it is asked for at once; null: all. */
  pastWindowMs: z.number().nullable().default(null),
  /** Why history could not be read, in words. */
  pastProblem: z.string().nullable().default(null),
  /** Raised now, and of matter to calls. */
  alarms: z.array(z.object({ name: z.string(), node: z.string().nullable(), raisedAt: time.nullable() })).default([]),
  /** When each event sink of ours was last restarted, by its id. */
  sinksRestartedAt: z.record(z.string(), time).default({}),
  /** Why a stopped sink of ours could not be restarted, in words. */
  sinkProblem: z.string().nullable().default(null),
});
export type ReconcilerReport = z.output<typeof ReconcilerReport>;

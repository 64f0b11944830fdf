import { z } from 'zod';

/** A time as the API writes it: ISO 8601 in UTC, without a zone (management-api.md §1, P). Absent when it is none. */
export const managementTime = z
  .string()
  .transform((text, context) => {
    const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(text);
    const time = new Date(hasZone ? text : `${text}Z`);
    if (Number.isNaN(time.getTime())) context.addIssue('is no time');
    return time;
  })
  .optional()
  .catch(undefined);

/** The same way round: what it is to be told. Whole seconds, as its own forms have them. */
export function toManagementTime(time: Date): string {
  return time.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
}

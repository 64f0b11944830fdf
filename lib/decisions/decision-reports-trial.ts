import { z } from 'zod';
import { REQUESTS } from './decision-reports';

/** More than any release sends, and longer than any of Infinity's values. */
const MOST_PARAMETERS = 60;
const LONGEST_VALUE = 2_000;

/** Body of `POST /api/connection/test`: a question as a node would send it, and the moment it is asked at. */
export const TrialBody = z
  .strictObject({
    type: z.enum(REQUESTS),
    parameters: z
      .record(z.string().min(1).max(100), z.string().max(LONGEST_VALUE, 'is longer than 2,000 characters'))
      .refine((parameters) => Object.keys(parameters).length <= MOST_PARAMETERS, 'are too many'),
    /** Absent: now. */
    at: z.iso.datetime({ offset: true, error: 'is not a date and time' }).optional(),
  })
  // It is part of these paths: without it, a node would be asking something else.
  .refine(({ type, parameters }) => !isAboutAlias(type) || (parameters.alias ?? '') !== '', {
    path: ['parameters', 'alias'],
    error: 'is needed',
  });

function isAboutAlias(type: (typeof REQUESTS)[number]): boolean {
  return type === 'avatar' || type === 'registration';
}

import { z } from 'zod';
import { MOST_FOUND } from './retention-report';

const serviceName = z.string().min(1).max(250);

/** Body of `POST /api/retention/erasure`: whom a search found. */
export const ErasureBody = z.strictObject({
  people: z
    .array(
      z.union([
        z.strictObject({ serviceName, conversationId: z.string().min(1).max(100) }),
        z.strictObject({ serviceName, name: z.string().min(1).max(250) }),
        z.strictObject({ messageId: z.uuid() }),
      ]),
    )
    .min(1, 'must name somebody')
    .max(MOST_FOUND, `must name at most ${MOST_FOUND}`),
});

/** Query of `GET /api/retention/people`: part of a name or of an address. */
export const PeopleQuery = z.object({
  search: z.string().trim().min(2, 'must be two characters at least').max(250),
});

import { z } from 'zod';
import { isStorable } from '@/lib/db/storable-text';
import { MOST_FOUND } from './retention-report';

/** What a search gave: never with what Postgres cannot hold. */
const given = (longest: number) => z.string().min(1).max(longest).refine(isStorable, 'must be as it was found');
/** Empty where no event has named the conference yet. */
const serviceName = given(250).or(z.literal(''));

/** Body of `POST /api/retention/erasure`: whom a search found. */
export const ErasureBody = z.strictObject({
  people: z
    .array(
      z.union([
        z.strictObject({ serviceName, conversationId: given(100) }),
        z.strictObject({ serviceName, name: given(250) }),
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

import { z } from 'zod';
import { isTimeZone } from '@/lib/history/local-days';
import { MeetingOfLink } from '@/lib/meetings/schemas';

const emptyAsNone = (text: unknown) => (text === '' ? undefined : text);

/** Query of `GET /api/meetings/{alias}/calendar.ics`: whose link, language and time zone of the words in it. */
export const CalendarQuery = MeetingOfLink.extend({
  lang: z.preprocess(emptyAsNone, z.string().max(35).optional()),
  tz: z.preprocess(
    emptyAsNone,
    z.string().max(60).refine(isTimeZone, 'must be a time zone, as in Europe/Oslo').default('UTC'),
  ),
});

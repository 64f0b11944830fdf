import { z } from 'zod';
import { Asked, askInTurns, type Question } from './ask-in-turns';
import { meetingAt, numberAt, type BenchMeeting } from './meetings';
import { isRight, requestTemplate, writeAlias } from './requests';

/** What the generator is to do. */
export const LoadPlan = z.object({
  port: z.int(),
  authorization: z.string(),
  connections: z.int().positive(),
  /** How often each meeting is asked for, one time after the other on one connection. */
  asks: z.int().positive(),
  /** How many meetings the database holds. */
  meetings: z.int().positive(),
  /** The stretch of the order to ask for. When it is used up, the load ends early: no meeting comes twice in one. */
  from: z.int(),
  to: z.int(),
  seconds: z.number().positive(),
});
export type LoadPlan = z.infer<typeof LoadPlan>;

/** What it saw. */
export const LoadResult = Asked.extend({
  /** The first place of the order that was not asked for. */
  nextPlace: z.int(),
});
export type LoadResult = z.infer<typeof LoadResult>;

/** Asks as many requests as are answered in the time given, each connection one after the other, and checks every answer. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  let place = plan.from;
  const takePlace = () => (place < plan.to ? place++ : null);
  const askers = Array.from({ length: plan.connections }, (_, index) => asker(plan, index, takePlace));
  const asked = await askInTurns(plan, (index) => askers[index]?.() ?? null);
  return { ...asked, nextPlace: place };
}

/** One connection: each of its meetings is asked for a few times in a row, in the same bytes. */
function asker(plan: LoadPlan, connection: number, takePlace: () => number | null): () => Question | null {
  const template = requestTemplate(connection, plan.port, plan.authorization);
  let meeting: BenchMeeting;
  let asksLeft = 0;
  const question: Question = {
    request: template.bytes,
    complaint: (response) =>
      isRight(response, meeting) ? null : `${response.split('\r\n', 1)[0]}, not with the meeting asked for`,
  };
  return () => {
    if (asksLeft === 0) {
      const place = takePlace();
      if (place === null) return null;
      meeting = meetingAt(numberAt(place, plan.meetings));
      writeAlias(template, meeting.alias);
      asksLeft = plan.asks;
    }
    asksLeft -= 1;
    return question;
  };
}

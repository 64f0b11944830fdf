import { z } from 'zod';
import { captionReaders, hasCaptions } from '../conference/captions';
import type { ConferenceState } from '../conference/conference-state';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { badRequest, conflict, notThere, ok } from './replies';

const bodySchema = z.strictObject({
  /** Service name. */
  conference: z.string().min(1).max(250),
  text: z.string().min(1).max(1000),
  /** False is a guess that the next caption replaces. */
  isFinal: z.boolean().default(true),
  /** Any leg of whoever speaks; left out, nobody is named. */
  from: z.string().min(1).max(250).optional(),
});

/** The `live_captions` event of client-api.md §4. */
function captionEvent({ service }: ConferenceState, text: string, isFinal: boolean, speakerId: string | undefined) {
  const { spokenLanguage, language } = service.captions;
  return {
    event: 'live_captions',
    data: {
      data: text,
      is_final: isFinal,
      src_lang: spokenLanguage,
      tgt_lang: language,
      sources: speakerId === undefined ? [] : [{ participant_uuid: speakerId }],
    },
  };
}

/** Something is said and written down: what on a real deployment a transcription service does. */
export function captionRoutes(deployment: Deployment): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/simulator/v1/captions',
      handle: ({ body }) => {
        const parsed = bodySchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        const { text, isFinal, from } = parsed.data;
        const conference = deployment.conferenceNamed(parsed.data.conference);
        if (!conference) return notThere('No such conference');
        const speaker = from === undefined ? null : deployment.person(from);
        if (from !== undefined && speaker?.conference !== conference) return notThere('No such participant');
        if (!hasCaptions(conference.state)) return conflict('The conference has no live captions');
        const event = captionEvent(conference.state, text, isFinal, speaker?.participant.uuid);
        const readers = captionReaders(conference.state).map(({ uuid }) => uuid);
        for (const uuid of readers) conference.send(uuid, [event]);
        return ok({ sentTo: readers });
      },
    },
  ];
}

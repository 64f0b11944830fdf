import { setTimeout as pause } from 'node:timers/promises';
import { database } from '@/lib/db/client';
import { mayApply } from '@/lib/events/apply-queue-store';

/** Every row that is computed from events, without where folding and settling stand and by what id an event is known. */
export async function computedRows() {
  return {
    legs: await database().participantLeg.findMany({ omit: { folding: true }, orderBy: { id: 'asc' } }),
    nodes: await database().conferenceNode.findMany({
      omit: { folding: true },
      orderBy: [{ serviceName: 'asc' }, { node: 'asc' }],
    }),
    media: await database().legMedia.findMany({ omit: { folding: true }, orderBy: { legId: 'asc' } }),
    windows: await database().mediaWindow.findMany({
      omit: { eventId: true },
      orderBy: [{ legId: 'asc' }, { at: 'asc' }, { quality: 'asc' }],
    }),
    starts: await database().sinkStart.findMany({
      omit: { settledTo: true },
      orderBy: [{ node: 'asc' }, { at: 'asc' }],
    }),
    people: await database().participant.findMany({ orderBy: [{ serviceName: 'asc' }, { conversationId: 'asc' }] }),
    conferences: await database().conference.findMany({ orderBy: { serviceName: 'asc' } }),
  };
}

/** Takes them all away, and the events. Whoever applies events, as is done behind every storing, is first let finish. */
export async function emptyComputed(): Promise<void> {
  await database().$transaction(async (tx) => {
    while (!(await mayApply(tx))) await pause(5);
    await tx.$executeRaw`truncate sink_event, event_to_apply, sink_node, participant_leg, conference_node, leg_media, media_window, sink_start, participant, conference`;
  });
}

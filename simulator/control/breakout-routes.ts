import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LiveConference } from '../conference/live-conference';
import { roomName, type Room } from '../conference/rooms';
import type { Deployment } from '../deployment';
import type { Route } from '../http/router';
import { badRequest, created, notThere, ok } from './replies';

const participants = z.array(z.string().min(1).max(250)).max(10_000);
const openingSchema = z.strictObject({
  conference: z.string().min(1).max(250),
  participants: participants.default([]),
});
const movingSchema = z.strictObject({ participants });

function describe({ state }: LiveConference, id: string) {
  const inside = [...state.participants.values()].filter(({ breakout }) => breakout === id);
  return { id, name: roomName(state.service.name, id), participants: inside.map(({ uuid }) => uuid) };
}

function move(conference: LiveConference, uuids: readonly string[], breakout: Room): void {
  for (const uuid of uuids) conference.dispatch({ type: 'participant-changed', uuid, change: { breakout } });
}

/** Who of those named is nobody in this conference. Any leg of a participant names them. */
function resolve(deployment: Deployment, conference: LiveConference, named: readonly string[]) {
  const found = named.map((id) => {
    const person = deployment.person(id);
    return person?.conference === conference ? person.participant.uuid : null;
  });
  const uuids = found.filter((uuid) => uuid !== null);
  return { uuids, missing: named.filter((_id, index) => found[index] === null) };
}

/** Breakout rooms, which on a real deployment hosts open from their clients. */
export function breakoutRoutes(deployment: Deployment): Route[] {
  const one = '/simulator/v1/breakouts/:id';
  const conferenceWith = (id = '') => deployment.conferences.find(({ state }) => state.breakouts.has(id));
  const noRoom = notThere('No such breakout room');
  return [
    {
      method: 'POST',
      pattern: '/simulator/v1/breakouts',
      handle: ({ body }) => {
        const parsed = openingSchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        const conference = deployment.conferenceNamed(parsed.data.conference);
        if (!conference) return notThere('No such conference');
        const { uuids, missing } = resolve(deployment, conference, parsed.data.participants);
        if (missing.length > 0) return notThere(`Not in the conference: ${missing.join(', ')}`);
        const id = randomUUID();
        const breakouts = new Map(conference.state.breakouts).set(id, Date.now());
        conference.dispatch({ type: 'conference-changed', change: { breakouts } });
        move(conference, uuids, id);
        return created(describe(conference, id));
      },
    },
    {
      method: 'POST',
      pattern: `${one}/participants`,
      handle: ({ body }, { id = '' }) => {
        const parsed = movingSchema.safeParse(body);
        if (!parsed.success) return badRequest(parsed.error);
        const conference = conferenceWith(id);
        if (!conference) return noRoom;
        const { uuids, missing } = resolve(deployment, conference, parsed.data.participants);
        if (missing.length > 0) return notThere(`Not in the conference: ${missing.join(', ')}`);
        move(conference, uuids, id);
        return ok(describe(conference, id));
      },
    },
    {
      method: 'DELETE',
      pattern: `${one}/participants/:uuid`,
      handle: (_request, { id = '', uuid = '' }) => {
        const conference = conferenceWith(id);
        if (!conference) return noRoom;
        const [found] = resolve(deployment, conference, [uuid]).uuids;
        if (found === undefined || conference.state.participants.get(found)?.breakout !== id) {
          return notThere('Not in this breakout room');
        }
        move(conference, [found], null);
        return ok(describe(conference, id));
      },
    },
    {
      method: 'DELETE',
      pattern: one,
      handle: (_request, { id = '' }) => {
        const conference = conferenceWith(id);
        if (!conference) return noRoom;
        move(conference, describe(conference, id).participants, null);
        const breakouts = new Map([...conference.state.breakouts].filter(([room]) => room !== id));
        conference.dispatch({ type: 'conference-changed', change: { breakouts } });
        return { status: 204 };
      },
    },
  ];
}

import type { Caller } from './sample-callers';
import { pick, type Random } from './sample-events';
import type { SampleScript } from './sample-meetings';
import type { SampleLeg } from './sample-leg';

// What befalls people in the middle of a sample meeting, when all have arrived.

/** A guest is made a host by one, and a host a guest. */
export function changeRole({ at, nodes }: SampleScript, caller: Caller, legs: SampleLeg[]): void {
  at(335, () => legs.forEach((leg) => nodes.update(leg, { role: caller.isHost ? 'guest' : 'chair' }, false)));
}

/** Into a breakout room, and back or not. Some moves bring another leg instead of an update. */
export function visitBreakout(script: SampleScript, caller: Caller, legs: SampleLeg[], random: Random): void {
  const { nodes } = script;
  const room = `${caller.room}_breakout_00000000-0000-4000-8000-00000000000${Math.floor(random() * 3)}`;
  const isReplaced = random() < 0.3;
  script.at(342, () => {
    const media = legs.find((leg) => isReplaced && leg.facts.has_media === true && nodes.isHere(leg));
    for (const leg of legs) if (leg !== media) nodes.move(leg, room);
    if (!media) return;
    const replacement = { ...media, uuid: `${media.uuid}-2`, room, facts: { ...media.facts } };
    nodes.replace(media, replacement);
    legs.push(replacement);
  });
  if (isReplaced) return;
  script.at(370, () => legs.forEach((leg) => nodes.move(leg, caller.room)));
  if (caller.isHost) castShadow(script, caller, legs[0]!, `${room.slice(0, -1)}9`);
}

/** A host has a leg without media in every breakout room. */
function castShadow({ nodes, at }: SampleScript, caller: Caller, own: SampleLeg, room: string): void {
  const shadow: SampleLeg = { uuid: `${caller.id}-shadow`, node: caller.node, room, person: null, facts: {} };
  at(343, () => {
    Object.assign(shadow.facts, own.facts, { protocol: 'API', has_media: false });
    if (nodes.isHere(own)) nodes.connect(shadow);
  });
  at(800, () => nodes.disconnect(shadow, 'Call disconnected', []));
}

/** To another meeting, by a host or an administrator, and back or not. Their call began when it did. */
export function transfer(script: SampleScript, caller: Caller, legs: SampleLeg[], to: string, random: Random): void {
  const { at, nodes } = script;
  const isWhole = random() < 0.5;
  const goTo = (room: string) => () => legs.forEach((leg) => nodes.move(leg, room, isWhole ? leg.facts : {}));
  const told = random();
  if (told < 0.3) return comeAnew(script, caller, legs, to);
  at(345, goTo(to));
  if (told < 0.6) at(346.5, () => legs.forEach((leg) => nodes.tellGone(leg, caller.room, script.unix(345))));
  if (random() < 0.4) at(380, goTo(caller.room));
}

/** Gone from the one, and in the other a moment later, with the time at which their call began. */
function comeAnew({ at, nodes, unix }: SampleScript, caller: Caller, legs: SampleLeg[], to: string): void {
  const moving: SampleLeg[] = [];
  at(345, () => {
    moving.push(...legs.filter((leg) => nodes.isHere(leg)));
    for (const leg of moving) nodes.disconnect(leg, 'Call transferred', []);
  });
  at(345.5, () => {
    for (const leg of moving) {
      Object.assign(leg.facts, { connect_time: unix(caller.arrivesAt) });
      nodes.arrive(leg, to);
    }
  });
}

/** Away, and a few seconds later back under the same ids: as some do who are moved between rooms. */
export function comeBack(script: SampleScript, caller: Caller, legs: SampleLeg[], random: Random): void {
  const { at, nodes } = script;
  const room = pick([caller.room, `${caller.room}_breakout_00000000-0000-4000-8000-000000000004`], random);
  const connect_time = pick([null, script.unix(352)], random);
  const role = random() < 0.2 ? { role: pick(['chair', 'guest'], random) } : {};
  const away: SampleLeg[] = [];
  at(345, () => {
    away.push(...legs.filter((leg) => nodes.isHere(leg)));
    for (const leg of away) nodes.disconnect(leg, 'Call disconnected', []);
  });
  at(352, () => {
    for (const leg of away) {
      Object.assign(leg.facts, { connect_time, ...role });
      leg.room = room;
      nodes.connect(leg);
    }
  });
}

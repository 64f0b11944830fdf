import type { Random } from './sample-events';
import type { SampleScript } from './sample-meetings';

// Legs of a sample meeting that are no people.

/** A page that only ever had a control leg. */
export function lurk({ nodes, at }: SampleScript, room: string, node: string, random: Random): void {
  const facts = {
    display_name: 'Lurker',
    protocol: 'API',
    role: 'guest',
    has_media: false,
    service_type: 'conference',
  };
  const leg = { uuid: `${room}-lurker`, node, room, person: 'Lurker', facts };
  at(200 * random(), () => nodes.connect(leg));
  at(300 + 100 * random(), () => nodes.disconnect(leg, 'Timer expired awaiting token refresh', []));
}

/** Older releases do not say that it is one. */
export function stream({ nodes, at }: SampleScript, room: string, node: string, random: Random): void {
  const isSaid = random() < 0.5 ? { is_streaming: true } : {};
  const facts = { display_name: 'Recorder', protocol: 'RTMP', ...isSaid, has_media: true, role: 'guest' };
  const leg = { uuid: `${room}-stream`, node, room, person: null, facts: { ...facts, service_type: 'conference' } };
  at(150, () => nodes.connect(leg));
  at(720, () => nodes.disconnect(leg, 'Call disconnected', []));
}

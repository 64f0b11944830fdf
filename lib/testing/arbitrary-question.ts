import fc from 'fast-check';
import { meetingState, type MeetingState } from '@/lib/meetings/meeting';
import { encodePairs, policyPairs, type QueryPair } from './arbitrary-query';
import { LOCATIONS, policyWorld, WORLD_NOW, type PolicyWorld } from './policy-world';

// Policy questions about what there is in a world.

const PATHS = ['service/configuration', 'participant/properties', 'participant/location', 'registrations'];

/** A path, and the parameters that make sense of what there is; whatever else somebody writes comes before or after. */
export const questionIn = ({ meetings, tickets, devices }: PolicyWorld) => {
  const aliases = meetings.flatMap(({ alias }) => [alias, `sip:${alias.toUpperCase()}@example.com:5061`]);
  const named = devices.map(({ alias }) => alias);
  const anAlias = fc.constantFrom('', 'not-ours', 'Ann', ...aliases, ...named);
  return fc.record({
    path: fc.oneof(
      fc.constantFrom(...PATHS),
      anAlias.map((alias) => `participant/avatar/${encodeURIComponent(alias || 'x')}`),
      anAlias.map((alias) => `registrations/${encodeURIComponent(alias || 'x')}`),
      fc.string({ maxLength: 30 }),
    ),
    sensible: callerIn(
      meetings.map(({ id }) => id),
      tickets.map(({ id }) => id),
      anAlias,
    ),
    strange: policyPairs,
    isStrangeFirst: fc.boolean(),
    isRaw: fc.boolean(),
    /** Not encoded at all: half characters, control characters, broken escapes, and very long. */
    tail: fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.constantFrom('%'.repeat(65_536), 'q=%F0%9F%90%9D')),
  });
};

const callerIn = (meetingIds: string[], ticketIds: string[], alias: fc.Arbitrary<string>) =>
  fc
    .record(
      {
        ...{ local_alias: alias, remote_alias: alias, registration_alias: alias },
        service_tag: fc.constantFrom('', ...meetingIds),
        call_tag: fc.constantFrom('', ...ticketIds),
        protocol: fc.constantFrom('api', 'webrtc', 'sip', 'h323', 'rtmp', 'mssip', 'teams', ''),
        call_direction: fc.constantFrom('dial_in', 'dial_out', 'non_dial'),
        trigger: fc.constantFrom('web', 'web_avatar_fetch', 'invite', 'options', 'subscribe', 'lrq'),
        location: fc.constantFrom('', 'Elsewhere', ...LOCATIONS),
        version_id: fc.constantFrom('', '16', '34', '35', '39'),
        remote_address: fc.constantFrom('198.51.100.7', '2001:db8::7', '192.0.2.1', 'nowhere'),
        preauthenticated_role: fc.constantFrom('', 'chair', 'guest'),
        registered: fc.constantFrom('True', 'False'),
        ...{ width: fc.constantFrom('80', '1000', '1e9'), height: fc.constantFrom('80', '41') },
        limit: fc.constantFrom('10', '3', '0'),
      },
      { requiredKeys: [] },
    )
    .map((parameters) => Object.entries(parameters) as QueryPair[]);

/** A meeting, and callers who mean it. */
export const callersOf = (isMeant: (state: MeetingState) => boolean) =>
  policyWorld
    .map((world) => ({ world, meant: world.meetings.filter((each) => isMeant(meetingState(each, WORLD_NOW))) }))
    .filter(({ meant }) => meant.length > 0)
    .chain(({ world, meant }) =>
      fc.record({
        world: fc.constant(world),
        meeting: fc.constantFrom(...meant),
        callers: fc.array(
          callerIn(
            [],
            world.tickets.map(({ id }) => id),
            fc.constant('Ann'),
          ),
          {
            minLength: 2,
            maxLength: 4,
          },
        ),
      }),
    );

/** The query of somebody who calls this meeting. */
export const meaning = ({ id, alias }: { id: string; alias: string }, caller: QueryPair[], more: QueryPair[] = []) =>
  encodePairs([...more, ['local_alias', alias], ['service_tag', id], ...caller], false);

import fc from 'fast-check';
import type { MediaRule } from '@/lib/media-locations/media-rule';
import { newAlias } from '@/lib/meetings/alias';
import type { PolicyTicket } from '@/lib/policy/decide-participant';
import type { PolicyMeeting } from '@/lib/policy/decide-service-configuration';
import type { ConferenceSettings } from '@/lib/settings/conference-settings';
import type { PolicySettings } from '@/lib/settings/policy-settings';
import { storedSettings } from './arbitrary-settings';
import { policyMeeting } from './policy-meeting';

// Everything that decisions are made from, in any state that it can be in.

/** The moment at which all of it is looked at. */
export const WORLD_NOW = new Date('2026-11-20T10:30:00Z');
export const LOCATIONS = ['Oslo', 'Bergen', 'Harbour'];
export const ALIAS_PREFIX = 'meet-';

export interface PolicyWorld {
  meetings: PolicyMeeting[];
  tickets: PolicyTicket[];
  /** The rows there are: ids from 1, the newest last. */
  settings: ConferenceSettings[];
  policy: PolicySettings;
  rules: MediaRule[];
  devices: WorldDevice[];
  hasOlderNodes: boolean;
}

export interface WorldDevice {
  alias: string;
  name: string;
  username: string;
  password: string;
  avatarId: string | null;
}

const minutes = (count: number) => new Date(WORLD_NOW.getTime() + count * 60_000);
const minutesAround = fc.integer({ min: -120, max: 120 }).map(minutes);
/** Mostly null: there should be many meetings that are open, and tickets that hold. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const someLocation = fc.constantFrom(...LOCATIONS);
const line = fc.string({ maxLength: 20 }).map((text) => text.trim());

const meeting = fc
  .record({
    id: fc.uuid(),
    ...{ isLobby: fc.boolean(), isInvitationRequired: fc.boolean() },
    participantLimit: fc.option(fc.integer({ min: 1, max: 1_000 })),
    hostPin: fc.nat(999_999).map((number) => String(number).padStart(12, '0')),
    settingsId: fc.option(fc.integer({ min: 1, max: 3 })),
    homeLocation: fc.option(fc.oneof(someLocation, fc.constant(''))),
    hasEarlyViewsOnly: fc.option(fc.boolean()),
    ...{ validFrom: minutesAround, validUntil: minutesAround },
    cancelledAt: seldom(minutesAround),
  })
  .map((fields) => policyMeeting({ ...fields, alias: newAlias(ALIAS_PREFIX), serviceName: `Call ${fields.id}` }));

const ticketFor = (meetings: PolicyMeeting[]) =>
  fc.record({
    id: fc.uuid(),
    meetingId: fc.constantFrom(...meetings.map(({ id }) => id)),
    // As rows may have it from before names were looked at.
    displayName: fc.oneof(line, fc.string({ unit: 'binary', maxLength: 20 })),
    role: fc.constantFrom('host' as const, 'guest' as const),
    agentId: fc.option(fc.uuid()),
    expiresAt: minutesAround,
    usedAt: seldom(minutesAround),
    usedBy: fc.constantFrom(null, 'somebody else'),
    uses: fc.integer({ min: 0, max: 3 }),
    withdrawnAt: seldom(minutesAround),
  });

const storedName = fc.oneof(someLocation, fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }));
const rule = fc.record({
  id: fc.uuid(),
  askingLocation: fc.constantFrom('', ...LOCATIONS),
  network: fc.constantFrom('', '198.51.100.0/24', '2001:db8::/32', '0.0.0.0/0'),
  protocol: fc.constantFrom('', 'sip', 'webrtc'),
  location: storedName,
  overflow: fc.array(storedName, { maxLength: 3 }),
  note: fc.constant(''),
});

const credential = fc.string({ minLength: 1, maxLength: 12 });
const device = fc
  .record({
    alias: fc.nat(99).map((number) => `room${number}@example.com`),
    name: fc.oneof(line, fc.string({ unit: 'binary', maxLength: 12 })),
    credentials: fc.option(fc.tuple(credential, credential)),
    avatarId: fc.option(fc.uuid()),
  })
  .map(({ credentials, ...fields }) => {
    const [username, password] = credentials ?? ['', ''];
    return { ...fields, username, password };
  });

export const policyWorld: fc.Arbitrary<PolicyWorld> = fc
  .array(meeting, { minLength: 1, maxLength: 4 })
  .chain((meetings) =>
    fc.record({
      meetings: fc.constant(meetings),
      tickets: fc.array(ticketFor(meetings), { maxLength: 4 }),
      settings: fc.array(storedSettings(LOCATIONS), { minLength: 1, maxLength: 2 }),
      policy: fc.record({
        requiresTickets: fc.boolean(),
        otherDevices: fc.constantFrom('own-list' as const, 'reject' as const, 'no-credentials' as const),
      }),
      rules: fc.array(rule, { maxLength: 4 }),
      devices: fc.uniqueArray(device, { maxLength: 4, selector: ({ alias }) => alias }),
      hasOlderNodes: fc.boolean(),
    }),
  );

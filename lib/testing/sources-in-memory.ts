import { deviceAlias } from '@/lib/devices/device-alias';
import { directoryEntry, directoryLines, sortEntries } from '@/lib/devices/directory';
import { prepareRules } from '@/lib/media-locations/choose-rule';
import { isOlder } from '@/lib/policy/early-views';
import type { PolicySources } from '@/lib/policy/policy-sources';
import { ALIAS_PREFIX, type PolicyWorld } from './policy-world';

/** The sources of one instance that has all of a world in memory, and to which time does nothing. */
export function sourcesInMemory(world: PolicyWorld): PolicySources {
  const meetings = new Map(world.meetings.map((meeting) => [meeting.id, meeting]));
  const tickets = new Map(world.tickets.map((ticket) => [ticket.id, ticket]));
  const devices = new Map(world.devices.map((device) => [device.alias, device]));
  const byId = new Map(world.settings.map((settings, at) => [at + 1, settings]));
  const told = new Map<string, number>();
  const rules = prepareRules(world.rules);
  const entries = sortEntries(world.devices.map(({ alias, name }) => directoryEntry(alias, name, name, [alias])));
  const deviceOf = (alias: string) => devices.get(deviceAlias(alias) ?? '') ?? null;

  return {
    aliasPrefix: () => ALIAS_PREFIX,
    conferenceSettings: () => ({ newestId: byId.size, byId }),
    policySettings: () => world.policy,
    mediaRules: () => rules,
    hasOlderNodes: (version) => isOlder(version) || world.hasOlderNodes,
    lookUpMeeting(key) {
      if ('id' in key) return meetings.get(key.id) ?? null;
      return [...meetings.values()].find(({ alias }) => alias === key.alias) ?? null;
    },
    settle(meeting, wanted) {
      const known = meetings.get(meeting.id);
      const homeLocation = known?.homeLocation ?? wanted.homeLocation;
      const hasEarlyViewsOnly = known?.hasEarlyViewsOnly ?? wanted.hasEarlyViewsOnly;
      meetings.set(meeting.id, { ...meeting, homeLocation, hasEarlyViewsOnly });
      return Promise.resolve({ homeLocation, hasEarlyViewsOnly });
    },
    toldSettings: (meetingId) => told.get(meetingId),
    rememberTold: (meetingId, settingsId) => void told.set(meetingId, settingsId),
    findTicket: (id) => Promise.resolve(tickets.get(id) ?? null),
    takeUse(ticket, usedBy, now) {
      if (tickets.get(ticket.id)?.uses !== ticket.uses) return Promise.resolve(false);
      const { uses, usedAt } = ticket;
      tickets.set(ticket.id, { ...ticket, uses: uses + 1, usedAt: usedAt ?? now, usedBy: ticket.usedBy ?? usedBy });
      return Promise.resolve(true);
    },
    searchDirectory: ({ q, limit }) => Promise.resolve(directoryLines([entries], q, limit)),
    findDevice: (alias) => Promise.resolve(deviceOf(alias)),
    findAvatar: (of) => Promise.resolve(of.kind === 'agent' ? of.agentId : (deviceOf(of.alias)?.avatarId ?? null)),
    renderAvatar: (_id, width, height) => Promise.resolve(jpegOf(width, height)),
  };
}

/** A JPEG as far as the frame that says how large it is: three colours, eight bits each. */
function jpegOf(width: number, height: number): Buffer {
  const frame = [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3];
  const components = [1, 2, 3].flatMap((component) => [component, 0x11, 0]);
  return Buffer.from([0xff, 0xd8, ...frame, ...components, 0xff, 0xd9]);
}

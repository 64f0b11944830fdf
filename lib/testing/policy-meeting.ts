import type { PolicyMeeting } from '@/lib/policy/decide-service-configuration';

/** A meeting as the policy path knows it, from ten to eleven on 20 November 2026. */
export function policyMeeting(changes: Partial<PolicyMeeting> = {}): PolicyMeeting {
  return {
    id: '7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10',
    alias: 'meet-0123456789abcdefghjkmnpqrs',
    serviceName: 'Call 4F7A-2C1B-9D0E',
    hostPin: '012345678901',
    isLobby: false,
    participantLimit: null,
    isInvitationRequired: false,
    settingsId: null,
    homeLocation: null,
    hasEarlyViewsOnly: null,
    validFrom: new Date('2026-11-20T10:00:00Z'),
    validUntil: new Date('2026-11-20T11:00:00Z'),
    cancelledAt: null,
    ...changes,
  };
}

import { describe, expect, it } from 'vitest';
import { decideServiceConfiguration, type PolicyMeeting } from './decide-service-configuration';
import { serviceConfigurationOf } from './service-configuration';
import { writeServiceDecision } from './policy-response';

const now = new Date('2026-11-20T10:30:00Z');

function meetingWith(changes: Partial<PolicyMeeting> = {}): PolicyMeeting {
  return {
    id: '7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10',
    serviceName: 'Call 4F7A-2C1B-9D0E',
    hostPin: '012345678901',
    isLobby: false,
    participantLimit: null,
    validFrom: new Date('2026-11-20T10:00:00Z'),
    validUntil: new Date('2026-11-20T11:00:00Z'),
    cancelledAt: null,
    ...changes,
  };
}

const decide = (meeting: PolicyMeeting | null, at = now) => decideServiceConfiguration({ isOurs: true, meeting }, at);

describe('service configuration', () => {
  it('leaves aliases that are not ours to Infinity', () => {
    expect(decideServiceConfiguration({ isOurs: false }, now).action).toBe('continue');
  });

  it('rejects an alias with our prefix that no meeting has', () => expect(decide(null).action).toBe('reject'));

  it('admits within early grace and window, and rejects before, at the end, after it and once cancelled', () => {
    expect(decide(meetingWith(), new Date('2026-11-20T09:49:59.999Z')).action).toBe('reject');
    expect(decide(meetingWith(), new Date('2026-11-20T09:50:00Z')).action).toBe('configure');
    expect(decide(meetingWith(), new Date('2026-11-20T10:59:59.999Z')).action).toBe('configure');
    expect(decide(meetingWith(), new Date('2026-11-20T11:00:00Z')).action).toBe('reject');
    expect(decide(meetingWith({ cancelledAt: now })).action).toBe('reject');
  });

  it('writes a configuration in which guests need no PIN and the host has one', () => {
    expect(serviceConfigurationOf(meetingWith())).toEqual({
      service_type: 'conference',
      name: 'Call 4F7A-2C1B-9D0E',
      service_tag: '7b1f7f5e-4f0a-4f36-9e55-0f0c7f3d7f10',
      allow_guests: true,
      pin: '012345678901',
    });
  });

  it('holds everyone at the door of a lobby, and passes the limit on', () => {
    expect(serviceConfigurationOf(meetingWith({ isLobby: true, participantLimit: 8 }))).toMatchObject({
      locked: true,
      participant_limit: 8,
    });
  });

  it('never writes what a node would drop in silence', () => {
    for (const hostPin of ['', '123', '12#34', 'abcd', '1'.repeat(21)]) {
      expect(() => serviceConfigurationOf(meetingWith({ hostPin })), hostPin).toThrow();
    }
    expect(() => serviceConfigurationOf(meetingWith({ serviceName: 'x'.repeat(251) }))).toThrow();
  });

  it('rejects without a result, since a node that finds one admits the caller', () => {
    const answer = writeServiceDecision(decide(null), 'd_1');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      status: 'success',
      action: 'reject',
      reason: 'no such meeting',
      decision: 'd_1',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { policyMeeting } from '@/lib/testing/policy-meeting';
import { decideServiceConfiguration, type PolicyMeeting } from './decide-service-configuration';

const now = new Date('2026-11-20T10:30:00Z');
const decide = (meeting: PolicyMeeting | null, at = now) => decideServiceConfiguration({ isOurs: true, meeting }, at);

describe('service configuration', () => {
  it('leaves aliases that are not ours to Infinity', () => {
    expect(decideServiceConfiguration({ isOurs: false, reason: 'not an alias of ours' }, now).action).toBe('continue');
  });

  it('rejects an alias with our prefix that no meeting has', () => expect(decide(null).action).toBe('reject'));

  it('admits within early grace and window, and rejects before, at the end, after it and once cancelled', () => {
    expect(decide(policyMeeting(), new Date('2026-11-20T09:49:59.999Z')).action).toBe('reject');
    expect(decide(policyMeeting(), new Date('2026-11-20T09:50:00Z')).action).toBe('configure');
    expect(decide(policyMeeting(), new Date('2026-11-20T10:59:59.999Z')).action).toBe('configure');
    expect(decide(policyMeeting(), new Date('2026-11-20T11:00:00Z')).action).toBe('reject');
    expect(decide(policyMeeting({ cancelledAt: now })).action).toBe('reject');
  });
});

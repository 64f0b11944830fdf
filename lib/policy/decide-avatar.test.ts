import { describe, expect, it } from 'vitest';
import { decideAvatar } from './decide-avatar';
import type { PolicyTicket } from './decide-participant';

const agents: PolicyTicket = {
  ...{ id: 't', meetingId: 'm', displayName: 'Ingrid', role: 'host', agentId: 'agent-1' },
  ...{ expiresAt: new Date(0), usedAt: new Date(0), usedBy: 'ingrid', uses: 1, withdrawnAt: null },
};
const browser = { protocol: 'api', isRegistered: false };

describe('whose picture is shown', () => {
  it('is an agent’s, for the caller who used an agent’s ticket', () => {
    expect(decideAvatar('Ingrid', browser, agents, 'ingrid')).toEqual({ kind: 'agent', agentId: 'agent-1' });
  });

  it('is nobody’s for others in a browser, whatever they call themselves and whatever tag they copied', () => {
    expect(decideAvatar('ingrid@example.com', browser, null, 'mallory')).toBeNull();
    expect(decideAvatar('Ingrid', browser, agents, 'mallory')).toBeNull();
    expect(decideAvatar('Ingrid', browser, { ...agents, usedBy: null }, 'ingrid')).toBeNull();
    expect(decideAvatar('Ingrid', browser, { ...agents, agentId: null }, 'ingrid')).toBeNull();
  });

  it('goes by the alias for directory entries and registered devices', () => {
    const wanted = { kind: 'alias', alias: 'room7@example.com' };
    expect(decideAvatar('room7@example.com', { protocol: '', isRegistered: true }, null, '')).toEqual(wanted);
    for (const protocol of ['sip', 'webrtc', 'api']) {
      expect(decideAvatar('room7@example.com', { protocol, isRegistered: true }, null, '')).toEqual(wanted);
    }
  });

  it('is at most a device’s for a caller whom Infinity does not know', () => {
    expect(decideAvatar('ingrid@example.com', { protocol: 'sip', isRegistered: false }, null, '')).toEqual({
      kind: 'device',
      alias: 'ingrid@example.com',
    });
  });
});

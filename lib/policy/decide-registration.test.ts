import { describe, expect, it } from 'vitest';
import { decideRegistration } from './decide-registration';

const room = { username: 'room7', password: 'a password' };

describe('a device that registers', () => {
  it('has to bring the credentials it was given, and none when it was given none', () => {
    expect(decideRegistration(room, false, 'reject')).toMatchObject({ action: 'credentials', ...room });
    const open = { username: '', password: '' };
    expect(decideRegistration(open, false, 'reject')).toMatchObject({ action: 'credentials', ...open });
  });

  it('is told by the setting when it is none of ours', () => {
    expect(decideRegistration(null, false, 'own-list').action).toBe('continue');
    expect(decideRegistration(null, false, 'reject').action).toBe('reject');
    expect(decideRegistration(null, false, 'no-credentials')).toMatchObject({
      ...{ action: 'credentials', username: '', password: '' },
    });
  });

  it('is never let in without signing in where it said it would sign in elsewhere', () => {
    expect(decideRegistration(room, true, 'reject').action).toBe('continue');
    expect(decideRegistration(null, true, 'no-credentials').action).toBe('continue');
    expect(decideRegistration(null, true, 'reject').action).toBe('reject');
  });
});

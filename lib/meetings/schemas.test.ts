import { describe, expect, it } from 'vitest';
import { CreateMeetingBody, JoinMeetingBody } from './schemas';

describe('the body of a new meeting', () => {
  it('may be empty', () => expect(CreateMeetingBody.parse({})).toEqual({}));

  it('trims names and reads instants with any offset', () => {
    const body = CreateMeetingBody.parse({ displayName: '  Dana ', validUntil: '2026-11-20T12:00:00+01:00' });
    expect(body).toEqual({ displayName: 'Dana', validUntil: new Date('2026-11-20T11:00:00Z') });
  });

  it.each([
    { unknown: 1 },
    { displayName: '' },
    { displayName: '   ' },
    { displayName: 'x'.repeat(81) },
    { displayName: 'a\nb' },
    { displayName: 'a\u0000b' },
    { displayName: '\ud800' },
    { displayName: 7 },
    { validFrom: 'tomorrow' },
    { validFrom: '2026-11-20' },
    { durationMinutes: 0 },
    { durationMinutes: -5 },
    { durationMinutes: Number.NaN },
    { durationMinutes: 30, validUntil: '2026-11-20T12:00:00Z' },
    [],
    null,
    'text',
  ])('is refused when it is %j', (body) => expect(CreateMeetingBody.safeParse(body).success).toBe(false));
});

describe('the body of a join', () => {
  it('takes names as people write them', () => {
    for (const displayName of ['Åse Ødegård', 'محمد', '日本語', 'O’Neill-Smith', '😀']) {
      expect(JoinMeetingBody.parse({ displayName })).toEqual({ displayName });
    }
  });

  it('needs a name, unless a personal link has one', () => {
    expect(JoinMeetingBody.safeParse({}).error?.issues).toMatchObject([{ path: ['displayName'] }]);
    expect(JoinMeetingBody.parse({ invitation: 'secret' })).toEqual({ invitation: 'secret' });
    expect(JoinMeetingBody.safeParse({ invitation: '' }).success).toBe(false);
  });
});

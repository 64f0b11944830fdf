import { describe, expect, it } from 'vitest';
import { DeviceInput } from '@/lib/devices/device';
import { MediaRuleBody } from '@/lib/media-locations/media-rule';
import { CreateMeetingBody, JoinMeetingBody } from '@/lib/meetings/schemas';
import { ConferenceSettings, ConferenceSettingsInput } from './conference-settings';
import { PolicySettingsBody } from './policy-settings';

const AMISS = ['a\u0000b', 'a\tb', 'a\nb', 'a\u0085b', '\ud800x', 'x\u202Ey', 'x\u2066y', 'x\u2028y'];

const fieldsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('text that goes into an answer', () => {
  it.each(AMISS)('is refused where it is typed in, by its field: %j', (text) => {
    const words = 'must not contain control characters';
    const options = { theme: text, hostSignIn: text, guestSignIn: text };
    const settings = { everywhere: options, locations: [{ location: text, options: {} }] };
    expect(fieldsOf(ConferenceSettingsInput.safeParse(settings))).toEqual(
      ['everywhere.theme', 'everywhere.hostSignIn', 'everywhere.guestSignIn', 'locations.0.location'].map(
        (field) => `${field}: ${words}`,
      ),
    );
    const device = { alias: 'room7', name: text, kind: 'room', branch: text, username: text, password: text };
    const rest = { isListed: true, finds: 'none', agentId: null };
    expect(fieldsOf(DeviceInput.safeParse({ ...device, ...rest }))).toEqual(
      ['name', 'branch', 'username', 'password'].map((field) => `${field}: ${words}`),
    );
    const rule = { askingLocation: text, location: text, overflow: [text] };
    expect(fieldsOf(MediaRuleBody.safeParse(rule))?.length).toBeGreaterThanOrEqual(3);
    expect(fieldsOf(CreateMeetingBody.safeParse({ topic: text }))).toEqual([`topic: ${words}`]);
    expect(fieldsOf(JoinMeetingBody.safeParse({ displayName: text }))).toEqual([`displayName: ${words}`]);
  });

  it('is read as ever where it was saved before', () => {
    const saved = { everywhere: { theme: 'x\u202Ey', hasChat: true }, locations: [] };
    expect(ConferenceSettings.parse(saved)).toEqual(saved);
  });

  it.each(['Zürich – Süd', 'אולם', 'قاعة\u200F 7', '\u{1F41D} % _ \\'])('may be of any language: %s', (theme) => {
    expect(ConferenceSettingsInput.parse({ everywhere: { theme }, locations: [] }).everywhere.theme).toBe(theme);
  });
});

describe('what is not acceptable', () => {
  const WRONG = [
    {},
    { everywhere: null, locations: null },
    { everywhere: { layout: 7 }, locations: 'none' },
    { everywhere: { layout: { kind: 'both' } }, locations: [7] },
    {
      everywhere: { layout: { kind: 'same', view: 'ac' }, maxPicture: '4k', encryption: 1, hasChat: 'yes' },
      locations: [],
    },
    { everywhere: { maxCallRateIn: 'fast', participantLimit: 0.5, theme: 7 }, locations: Array(201).fill(null) },
    { everywhere: { layout: { kind: 'lecture', guestsSeeGuests: 'often' } }, locations: [] },
  ];

  it.each(WRONG)('is told in words for people: %j', (settings) => {
    for (const line of fieldsOf(ConferenceSettingsInput.safeParse(settings))!) expect(line).toMatch(/: must /);
  });

  it('is told so of devices and of admission too', () => {
    const device = { alias: 7, name: 7, kind: 7, branch: 7, username: 7, isListed: 7, finds: 7, agentId: 7 };
    const basedOn = { requiresTickets: true, otherDevices: 'reject' };
    const policy = { requiresTickets: 7, otherDevices: 7, basedOn };
    const lines = [...fieldsOf(DeviceInput.safeParse(device))!, ...fieldsOf(PolicySettingsBody.safeParse(policy))!];
    expect(lines).toHaveLength(10);
    for (const line of lines) expect(line).toMatch(/: must /);
  });
});

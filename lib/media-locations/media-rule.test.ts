import { describe, expect, test } from 'vitest';
import { MediaRuleBody, MediaRuleInput } from './media-rule';

const RULE = { location: 'Oslo' };

function messages(input: unknown): string[] {
  const parsed = MediaRuleInput.safeParse(input);
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('a rule', () => {
  test('needs a location, and nothing else', () => {
    const rest = { askingLocation: '', network: '', protocol: '', overflow: [], note: '' };
    expect(MediaRuleInput.parse(RULE)).toEqual({ ...RULE, ...rest });
    expect(messages({ location: ' ' })).toEqual(['location: must name a location']);
  });

  test('comes out with its network in canonical form and names without space around them', () => {
    const given = { location: ' Oslo ', overflow: [' London'], network: ' 198.51.100.7/24', protocol: ' SIP' };
    const tidy = { location: 'Oslo', overflow: ['London'], network: '198.51.100.0/24', protocol: 'sip' };
    expect(MediaRuleInput.parse(given)).toMatchObject(tidy);
  });

  test.each([
    [{ network: 'office' }, 'network: is not a network, as in 198.51.100.0/24 or 2001:db8::/32'],
    [{ protocol: 'skype' }, 'protocol: must be empty or one of api, webrtc, sip, h323, rtmp, mssip, teams'],
    [{ location: 'x'.repeat(251) }, 'location: must be at most 250 characters'],
    [{ note: 'one\ntwo' }, 'note: must not contain control characters'],
    [{ askingLocation: '\ud800' }, 'askingLocation: must not contain control characters'],
    [{ overflow: ['London', 'Oslo'] }, 'overflow.1: is where the media goes already'],
    [{ overflow: ['London', 'Rome', 'London '] }, 'overflow.2: is listed more than once'],
    [{ overflow: [''] }, 'overflow.0: must name a location'],
    [{ overflow: Array.from({ length: 11 }, (_, index) => `L${index}`) }, 'overflow: must have at most 10 locations'],
  ])('with %j is refused at that field', (wrong, message) => {
    expect(messages({ ...RULE, ...wrong })).toEqual([message]);
  });

  test('has no other fields, but may be saved unchecked', () => {
    expect(MediaRuleInput.safeParse({ ...RULE, priority: 1 }).success).toBe(false);
    expect(MediaRuleBody.safeParse({ ...RULE, priority: 1 }).success).toBe(false);
    expect(MediaRuleBody.parse({ ...RULE, saveUnchecked: true })).toMatchObject({ saveUnchecked: true });
    expect(MediaRuleBody.safeParse({ ...RULE, overflow: ['Oslo'] }).success).toBe(false);
  });
});

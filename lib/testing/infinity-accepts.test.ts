import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { complaint, type Asked } from './infinity-accepts';

const json = 'application/json';
const judge = (asked: Asked, answer: object) => complaint(asked, 200, json, JSON.stringify(answer));
const SERVICE = { service_type: 'conference', name: 'Call', service_tag: 'tag', allow_guests: true, pin: '0123' };
const judgeService = (changes: object) =>
  judge('service', { status: 'success', action: 'continue', result: { ...SERVICE, ...changes } });

describe('the second writing of Infinity’s rules', () => {
  it.each([
    {},
    { guest_pin: '9999', view: 'five_mains_seven_pips', crypto_mode: null, participant_limit: 0 },
    { pin: '0123#', guest_pin: '012345#', max_callrate_in: 128_000, max_callrate_out: 8_192_000 },
    { service_type: 'lecture', host_view: 'one_main_one_pip', guests_can_see_guests: 'never', allow_guests: false },
  ])('takes %j', (changes) => expect(judgeService(changes)).toBeNull());

  it.each([
    { name: 7 },
    { name: '' },
    { name: 'x'.repeat(251) },
    { name: 'a\u0000' },
    { service_tag: undefined },
    { service_type: 'gateway' },
    { pin: 1234 },
    { pin: '123' },
    { pin: '12#' },
    { pin: '1'.repeat(21) },
    { pin: '12#34' },
    { pin: undefined },
    { guest_pin: '0123' },
    { guest_pin: '01234' },
    { guest_pin: '9999#' },
    { guest_pin: '9999', allow_guests: false },
    { allow_guests: 'True' },
    { view: 'ac' },
    { host_view: 'one_main_zero_pips' },
    { service_type: 'lecture', view: 'one_main_zero_pips' },
    { service_type: 'lecture', guest_view: 'five_mains_seven_pips' },
    { max_callrate_in: 127_999 },
    { max_callrate_out: 8_192_001 },
    { max_callrate_in: '512000' },
    { max_pixels_per_second: '4k' },
    { crypto_mode: 'yes' },
    { participant_limit: -1 },
    { participant_limit: 1.5 },
    { enable_chat: true },
    { ivr_theme_name: '' },
    { theme: 'Harbour' },
  ])('does not take a service with %j', (changes) => expect(judgeService(changes)).not.toBeNull());

  it('takes a picture of the size that was asked for, and no more entries than were', async () => {
    const create = { width: 40, height: 30, channels: 3 as const, background: 'red' };
    const picture = await sharp({ create }).jpeg().toBuffer();
    const judgePicture = (askedFor: object) => complaint('avatar', 200, 'image/jpeg', picture, askedFor);
    expect(judgePicture({ width: 40, height: 30 })).toBeNull();
    expect(judgePicture({ width: 41, height: 30 })).toBe('a picture of 40x30');
    expect(judgePicture({ width: 40, height: 31 })).toBe('a picture of 40x30');
    const grey = await sharp({ create }).toColourspace('b-w').jpeg().toBuffer();
    expect(complaint('avatar', 200, 'image/jpeg', grey)).toBe('1 colours');
    const two = ['a', 'b'].map((alias) => ({ alias, description: alias, username: '' }));
    const entries = JSON.stringify({ status: 'success', result: two, ignore_local: false });
    expect(complaint('directory', 200, json, entries, { limit: 2 })).toBeNull();
    expect(complaint('directory', 200, json, entries, { limit: 1 })).not.toBeNull();
  });

  it.each<[Asked, object]>([
    ['service', { status: 'ok' }],
    ['service', { status: 'success', action: 'redirect' }],
    ['service', { status: 'success', action: 'reject', result: SERVICE }],
    ['participant', { status: 'success', action: 'continue', result: { preauthenticated_role: 'guest' } }],
    ['participant', { status: 'success', action: 'continue', result: { role: 'chair' } }],
    ['participant', { status: 'success', action: 'reject', result: { reject_reason: 'a\nb' } }],
    ['location', { status: 'success', result: {} }],
    ['location', { status: 'success', action: 'continue', result: { location: 'Oslo' } }],
    ['location', { status: 'success', result: { location: 'Oslo', overflow_locations: 'Bergen' } }],
    ['location', { status: 'success', result: { location: 'Oslo', overflow_locations: [''] } }],
    ['location', { status: 'success', result: { location: 'Oslo', primary_overflow_location: 'Bergen' } }],
    ['directory', { status: 'success', result: {}, ignore_local: false }],
    ['directory', { status: 'success', result: [{ alias: 'a', description: '' }], ignore_local: false }],
    ['directory', { status: 'success', result: [] }],
    ['registration', { status: 'success', action: 'reject' }],
    ['registration', { status: 'success', result: { username: 'u', password: '' } }],
    ['registration', { status: 'success', result: { username: 'u', password: 'p'.repeat(101) } }],
  ])('does not take for a %s request %j', (asked, answer) => expect(judge(asked, answer)).not.toBeNull());
});

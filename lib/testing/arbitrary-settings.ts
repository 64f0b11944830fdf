import fc from 'fast-check';
import {
  ConferenceOptions,
  ConferenceSettings,
  LocationOptions,
  type ConferenceSettings as Settings,
} from '@/lib/settings/conference-settings';
import { LECTURE_VIEWS, VIEWS } from '@/lib/settings/views';

const view = fc.constantFrom(...VIEWS);
const lectureView = fc.constantFrom(...LECTURE_VIEWS);
const seeing = fc.constantFrom('no_hosts' as const, 'always' as const, 'never' as const);
const callRate = fc.integer({ min: 128_000, max: 8_192_000 });
const isNamed = (text: string) => text.trim() !== '';
/** As an administrator types it today; seldom as long as it may be, since that takes long to make up. */
const typedName = fc.oneof(
  { weight: 9, arbitrary: fc.string({ minLength: 1, maxLength: 12 }).filter(isNamed) },
  { weight: 1, arbitrary: fc.string({ minLength: 200, maxLength: 250 }).filter(isNamed) },
);
/** As a row may have it that was saved before names were looked at as they are now. */
const storedName = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter(isNamed);

const layout = fc.oneof(
  fc.record({ kind: fc.constant('same' as const), view }),
  fc.record(
    { kind: fc.constant('lecture' as const), hostView: lectureView, guestView: lectureView, guestsSeeGuests: seeing },
    { requiredKeys: ['kind', 'hostView', 'guestView'] },
  ),
);

const fieldsWith = (name: fc.Arbitrary<string>): Record<string, fc.Arbitrary<unknown>> => ({
  ...{ theme: name, hostSignIn: name, guestSignIn: name, layout, maxCallRateIn: callRate },
  ...{ maxCallRateOut: callRate, maxPicture: fc.constantFrom('sd', 'hd', 'fullhd') },
  ...{ encryption: fc.constantFrom('besteffort', 'on', 'off'), hasChat: fc.boolean() },
  ...{ guestsMayPresent: fc.boolean(), showsNames: fc.boolean() },
  participantLimit: fc.integer({ min: 1, max: 1_000_000 }),
});

const optionsWith = (name: fc.Arbitrary<string>) =>
  fc.record(fieldsWith(name), { requiredKeys: [] }).map((options) => ConferenceOptions.parse(options));

/** Of one location, where null is Infinity's own default. */
function overridesWith(name: fc.Arbitrary<string>) {
  const fields = Object.entries(fieldsWith(name)).map(([key, field]) => [key, fc.option(field)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map((options) => LocationOptions.parse(options));
}

/** Every option that can be saved today, for everywhere and for a location. */
export const savedOptions = optionsWith(typedName);
export const savedOverrides = overridesWith(typedName);

/** Settings as a row may hold them, for everywhere and for some of these locations. */
export function storedSettings(locations: readonly string[]): fc.Arbitrary<Settings> {
  const stored = fc.oneof(typedName, storedName);
  const overrides = overridesWith(stored);
  return fc
    .tuple(optionsWith(stored), fc.subarray([...locations]), fc.tuple(...locations.map(() => overrides)))
    .map(([everywhere, some, each]) => {
      const own = some.map((location, at) => ({ location, options: each[at]! }));
      return ConferenceSettings.parse({ everywhere, locations: own });
    });
}

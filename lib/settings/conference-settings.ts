import * as z from 'zod/mini';
import { NOT_ONE_LINE, ONE_LINE } from '@/lib/one-line';
import { LECTURE_VIEWS, VIEWS } from './views';

// How conferences look and behave, as an administrator sets it: for everyone, and otherwise for some locations. Names are
// ours; lib/policy writes them as Infinity reads them. Limits are Infinity's own (policy-api.md §4).

/** In one check: zod's own three would be sent to everybody who calls, with the file of it that the panel and the desk share. */
function wholeNumber(least: number, most: number, fault: string) {
  return z.number(fault).check(z.refine((one) => Number.isInteger(one) && one >= least && one <= most, fault));
}

const NAME = 'must be 1 to 250 characters';
const name = z.string(NAME).check(z.trim(), z.minLength(1, NAME), z.maxLength(250, NAME));
/** As it is typed. Rows from before this rule are read without it: the answer then leaves out the one name. */
const typedName = name.check(z.regex(ONE_LINE, NOT_ONE_LINE));
const CALL_RATE = 'must be 128 to 8192 kbit/s';
/** Bit/s: the policy interface counts in bits, Infinity's own configuration in kilobits. */
const callRate = wholeNumber(128_000, 8_192_000, CALL_RATE);
const VIEW = 'must be a layout that Infinity knows';
const OBJECT = 'must be a set of options';
const YES_OR_NO = 'must be true or false';
const PEOPLE = 'must be 1 to 1,000,000 people';

const layout = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('same'), view: z.enum(VIEWS, VIEW) }),
    z.strictObject({
      kind: z.literal('lecture'),
      hostView: z.enum(LECTURE_VIEWS, VIEW),
      guestView: z.enum(LECTURE_VIEWS, VIEW),
      guestsSeeGuests: z.optional(z.enum(['no_hosts', 'always', 'never'], 'must be no_hosts, always or never')),
    }),
  ],
  'must be one layout for all (same) or one each for hosts and guests (lecture)',
);

const fieldsWith = (name: z.ZodMiniType<string, string>) => ({
  /** An IVR theme by its exact name on Infinity. */
  theme: name,
  /** Everyone sees the same layout; or hosts and guests each their own, which Infinity calls a lecture. */
  layout,
  maxCallRateIn: callRate,
  maxCallRateOut: callRate,
  maxPicture: z.enum(['sd', 'hd', 'fullhd'], 'must be sd, hd or fullhd'),
  encryption: z.enum(['besteffort', 'on', 'off'], 'must be besteffort, on or off'),
  hasChat: z.boolean(YES_OR_NO),
  guestsMayPresent: z.boolean(YES_OR_NO),
  showsNames: z.boolean(YES_OR_NO),
  /** A meeting's own limit wins when it is smaller. */
  participantLimit: wholeNumber(1, 1_000_000, PEOPLE),
  /** Identity provider groups on Infinity: who must sign in there before coming in. */
  hostSignIn: name,
  guestSignIn: name,
});

type Fields = ReturnType<typeof fieldsWith>;

/** Each may be absent. Not by zod's own `partial`, which would be sent to everybody who calls as well. */
function optionalFields<Given extends Record<string, z.ZodMiniType>>(given: Given) {
  const fields = Object.entries(given).map(([key, field]) => [key, z.optional(field)]);
  return z.strictObject(Object.fromEntries(fields) as { [Key in keyof Given]: z.ZodMiniOptional<Given[Key]> }, OBJECT);
}

/** Absent: Infinity's own default holds. */
const optionsWith = (name: z.ZodMiniType<string, string>) => optionalFields(fieldsWith(name));

/** Of one location. Absent: as everywhere. Null: Infinity's own default, whatever holds everywhere. */
function overridesWith(name: z.ZodMiniType<string, string>) {
  const fields = Object.entries(fieldsWith(name)).map(([key, field]) => [key, z.nullable(field)]);
  const nullable = Object.fromEntries(fields) as { [Key in keyof Fields]: z.ZodMiniNullable<Fields[Key]> };
  return optionalFields(nullable);
}

/** As they are stored. */
export const ConferenceOptions = optionsWith(name);
export type ConferenceOptions = z.infer<typeof ConferenceOptions>;
export const LocationOptions = overridesWith(name);
export type LocationOptions = z.infer<typeof LocationOptions>;

const MOST_LOCATIONS = 200;

const settingsWith = (name: z.ZodMiniType<string, string>) =>
  z
    .strictObject({
      everywhere: optionsWith(name),
      locations: z
        .array(z.strictObject({ location: name, options: overridesWith(name) }, OBJECT), 'must be a list of locations')
        .check(z.maxLength(MOST_LOCATIONS, `must have at most ${MOST_LOCATIONS} locations`)),
    })
    .check(
      z.superRefine(({ locations }, context) => {
        const seen = new Set<string>();
        locations.forEach(({ location }, index) => {
          const path = ['locations', index, 'location'];
          if (seen.has(location)) context.addIssue({ code: 'custom', path, message: 'is listed more than once' });
          seen.add(location);
        });
      }),
    );

/** As they are stored. */
export const ConferenceSettings = settingsWith(name);
/** As an administrator gives them, to be saved. */
export const ConferenceSettingsInput = settingsWith(typedName);

export type ConferenceSettings = z.infer<typeof ConferenceSettings>;

/** What everybody gets who has saved nothing. */
export const NO_SETTINGS: ConferenceSettings = { everywhere: {}, locations: [] };

/** One row of settings, and who saved it. */
export interface SavedConferenceSettings {
  id: number;
  /** ISO 8601. */
  savedAt: string;
  /** The agent's name; null for what held before anyone saved anything, or when the agent is no longer known. */
  savedBy: string | null;
  value: ConferenceSettings;
}

/** What holds at a location: its own options, over those for everyone. */
export function optionsAt(settings: ConferenceSettings, location: string | null): ConferenceOptions {
  const own = settings.locations.find((entry) => entry.location === location)?.options;
  const merged = Object.entries({ ...settings.everywhere, ...own });
  return Object.fromEntries(merged.filter(([, value]) => value !== null)) as ConferenceOptions;
}

import type { ConferenceOptions, ConferenceSettings, LocationOptions } from '@/lib/settings/conference-settings';
import { OPTION_KEYS } from './option-specs';

// What stands in the form while someone types: text where a field takes text, and empty text for "not set".

export interface OptionsDraft {
  theme: string;
  layout: NonNullable<ConferenceOptions['layout']> | null;
  /** In kbit/s, as people say it; stored in bit/s, as Infinity's policy interface counts (policy-api.md §4). */
  maxCallRateIn: string;
  maxCallRateOut: string;
  maxPicture: '' | NonNullable<ConferenceOptions['maxPicture']>;
  encryption: '' | NonNullable<ConferenceOptions['encryption']>;
  hasChat: '' | 'yes' | 'no';
  guestsMayPresent: '' | 'yes' | 'no';
  showsNames: '' | 'yes' | 'no';
  participantLimit: string;
  hostSignIn: string;
  guestSignIn: string;
}

export type OptionKey = keyof OptionsDraft;

export interface LocationDraft {
  /** Which card on the screen this is, while its name is still being chosen. */
  key: number;
  location: string;
  /** What differs here. What of it is not set is left to Infinity, whatever holds everywhere. */
  differs: readonly OptionKey[];
  options: OptionsDraft;
}

export interface SettingsDraft {
  everywhere: OptionsDraft;
  locations: LocationDraft[];
}

export interface FieldProblem {
  field: string;
  message: string;
}

export const NOTHING_SET: OptionsDraft = {
  theme: '',
  layout: null,
  maxCallRateIn: '',
  maxCallRateOut: '',
  maxPicture: '',
  encryption: '',
  hasChat: '',
  guestsMayPresent: '',
  showsNames: '',
  participantLimit: '',
  hostSignIn: '',
  guestSignIn: '',
};

export function draftOf({ everywhere, locations }: ConferenceSettings): SettingsDraft {
  return {
    everywhere: optionsDraftOf(everywhere),
    locations: locations.map(({ location, options }, key) => ({
      ...{ key, location, options: optionsDraftOf(options) },
      differs: OPTION_KEYS.filter((option) => options[option] !== undefined),
    })),
  };
}

/** The settings that a draft says, and what in it says nothing: a number that is none. */
export function readDraft(draft: SettingsDraft): { settings: ConferenceSettings; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const read = (options: OptionsDraft, field: string) =>
    readOptions(options, (key, message) => problems.push({ field: `${field}.${key}`, message }));
  const everywhere = read(draft.everywhere, 'everywhere');
  const locations = draft.locations.map(({ location, differs, options }, index) => {
    const all = read(options, `locations.${index}.options`);
    const own: LocationOptions = Object.fromEntries(differs.map((key) => [key, all[key] ?? null]));
    return { location, options: own };
  });
  return { settings: { everywhere, locations }, problems };
}

/** Whether two drafts say the same, in whatever order it is kept. */
export function isSameDraft(one: SettingsDraft, other: SettingsDraft): boolean {
  const said = ({ everywhere, locations }: SettingsDraft) =>
    JSON.stringify(
      [everywhere, locations.map(({ location, differs, options }) => [location, differs.toSorted(), options])],
      sorted,
    );
  return said(one) === said(other);
}

/** Keys in one order, because the database keeps them in another than the form. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function optionsDraftOf(options: LocationOptions): OptionsDraft {
  const kilobits = (bits: number | null | undefined) => (bits == null ? '' : String(bits / 1000));
  const yesNo = (value: boolean | null | undefined) => (value == null ? '' : value ? 'yes' : 'no');
  return {
    theme: options.theme ?? '',
    layout: options.layout ?? null,
    maxCallRateIn: kilobits(options.maxCallRateIn),
    maxCallRateOut: kilobits(options.maxCallRateOut),
    maxPicture: options.maxPicture ?? '',
    encryption: options.encryption ?? '',
    hasChat: yesNo(options.hasChat),
    guestsMayPresent: yesNo(options.guestsMayPresent),
    showsNames: yesNo(options.showsNames),
    participantLimit: options.participantLimit?.toString() ?? '',
    hostSignIn: options.hostSignIn ?? '',
    guestSignIn: options.guestSignIn ?? '',
  };
}

function readOptions(draft: OptionsDraft, refuse: (key: OptionKey, message: string) => void): ConferenceOptions {
  const number = (key: 'maxCallRateIn' | 'maxCallRateOut' | 'participantLimit', times: number) => {
    const text = draft[key].replaceAll(/[\s,]/g, '');
    if (text === '') return undefined;
    const isNumber = /^\d{1,9}(\.\d+)?$/.test(text);
    // Of a kilobit there are parts, of a person there are none.
    if (isNumber && (times > 1 || !text.includes('.'))) return Math.round(Number(text) * times);
    refuse(key, isNumber ? 'must be a whole number' : 'must be a number');
    return undefined;
  };
  const flag = (value: '' | 'yes' | 'no') => (value === '' ? undefined : value === 'yes');
  return {
    theme: draft.theme.trim() || undefined,
    layout: draft.layout ?? undefined,
    maxCallRateIn: number('maxCallRateIn', 1000),
    maxCallRateOut: number('maxCallRateOut', 1000),
    maxPicture: draft.maxPicture || undefined,
    encryption: draft.encryption || undefined,
    hasChat: flag(draft.hasChat),
    guestsMayPresent: flag(draft.guestsMayPresent),
    showsNames: flag(draft.showsNames),
    participantLimit: number('participantLimit', 1),
    hostSignIn: draft.hostSignIn.trim() || undefined,
    guestSignIn: draft.guestSignIn.trim() || undefined,
  };
}

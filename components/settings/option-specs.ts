import type { OptionKey } from './settings-draft';

// The fields of the form in the administrator's words. One list for everyone's settings and for those of a location.

interface Described {
  label: string;
  hint: string;
}

export type OptionSpec = Described &
  (
    | { kind: 'name'; names: 'themes' | 'identityProviderGroups'; unset: string }
    | { kind: 'number'; unit: string; unset: string }
    | { kind: 'choice'; unset: string; choices: readonly { value: string; label: string }[] }
    | { kind: 'layout'; unset: string }
  );

const DEFAULT = 'Infinity’s default';
const NO_LIMIT = 'No limit of ours';
/** The call panel gives up where Infinity asks for a sign-in at an identity provider. */
const noSignInHere = (where: string) =>
  `The call panel of ${where} has no such sign-in: from there nobody can come in any more, only with a Pexip app.`;
const yesNo = (yes: string, no: string) => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

export const OPTIONS: Record<OptionKey, OptionSpec> = {
  theme: {
    ...{ kind: 'name', names: 'themes', unset: 'Infinity’s default theme' },
    label: 'Theme',
    hint: 'Colours, pictures and spoken prompts, as made on Infinity.',
  },
  layout: {
    ...{ kind: 'layout', unset: DEFAULT },
    label: 'Layout',
    hint: 'How the screen is divided between whoever speaks and the others.',
  },
  maxCallRateIn: {
    ...{ kind: 'number', unit: 'kbit/s', unset: 'Infinity’s own limit' },
    label: 'Most that a caller may send',
    hint: 'From 128 to 8192 kbit/s. Less saves bandwidth and costs sharpness.',
  },
  maxCallRateOut: {
    ...{ kind: 'number', unit: 'kbit/s', unset: 'Infinity’s own limit' },
    label: 'Most that a caller is sent',
    hint: 'From 128 to 8192 kbit/s.',
  },
  maxPicture: {
    ...{ kind: 'choice', unset: DEFAULT },
    label: 'Largest picture',
    hint: 'Larger pictures need more capacity on the Conferencing Nodes.',
    choices: [
      { value: 'sd', label: 'Standard' },
      { value: 'hd', label: 'HD' },
      { value: 'fullhd', label: 'Full HD' },
    ],
  },
  encryption: {
    ...{ kind: 'choice', unset: DEFAULT },
    label: 'Encryption',
    hint: 'Browsers always encrypt. This is about telephones and room systems; required turns away those that cannot.',
    choices: [
      { value: 'on', label: 'Required' },
      { value: 'besteffort', label: 'Where possible' },
      { value: 'off', label: 'Off' },
    ],
  },
  hasChat: {
    ...{ kind: 'choice', unset: DEFAULT, choices: yesNo('On', 'Off') },
    label: 'Chat',
    hint: 'Whether people can write to each other during the meeting.',
  },
  guestsMayPresent: {
    ...{ kind: 'choice', unset: DEFAULT, choices: yesNo('Allowed', 'Hosts only') },
    label: 'Presenting',
    hint: 'Whether guests may share their screen, or hosts only.',
  },
  showsNames: {
    ...{ kind: 'choice', unset: DEFAULT, choices: yesNo('Shown', 'Hidden') },
    label: 'Names in the picture',
    hint: 'Each person’s name, written over their picture.',
  },
  participantLimit: {
    ...{ kind: 'number', unit: 'people', unset: NO_LIMIT },
    label: 'People in a meeting, at most',
    hint: 'A meeting that was made with a smaller limit keeps its own.',
  },
  hostSignIn: {
    ...{ kind: 'name', names: 'identityProviderGroups', unset: 'Nobody has to sign in' },
    label: 'Hosts sign in with',
    hint: `An identity provider group on Infinity. Hosts then sign in there before they come in. ${noSignInHere('the desk and the site')}`,
  },
  guestSignIn: {
    ...{ kind: 'name', names: 'identityProviderGroups', unset: 'Nobody has to sign in' },
    label: 'Guests sign in with',
    hint: `Visitors without an account in that group cannot come in at all, nor can telephones and SIP or H.323 devices, which cannot sign in. ${noSignInHere('the site')}`,
  },
};

export interface OptionSection {
  title: string;
  intro: string;
  keys: readonly OptionKey[];
}

export const SECTIONS: readonly OptionSection[] = [
  { title: 'Look', intro: 'What a meeting looks like on the screen.', keys: ['theme', 'layout'] },
  {
    title: 'Quality',
    intro: 'How much of the network a call may use, and how it is protected.',
    keys: ['maxCallRateIn', 'maxCallRateOut', 'maxPicture', 'encryption'],
  },
  {
    title: 'People',
    intro: 'What people may do in a meeting, and who signs in first.',
    keys: ['hasChat', 'guestsMayPresent', 'showsNames', 'participantLimit', 'hostSignIn', 'guestSignIn'],
  },
];

export const OPTION_KEYS: readonly OptionKey[] = SECTIONS.flatMap(({ keys }) => keys);

import type { ReportedRequest } from '@/lib/decisions/decision-reports';

// The tester asks as a node does, so this one file of the desk knows Infinity's own names of parameters
// (policy-api.md §3): they are what a node's support log shows, and may be pasted from there.

export interface TesterDraft {
  type: ReportedRequest;
  /** By the name a node sends it under. Those of other types stay, for whoever changes the type back. */
  values: Record<string, string>;
  /** As a `datetime-local` input has it, in the agent's own time; empty: now. */
  at: string;
  /** The caller brought a ticket, of which only the beginning is kept: asked without it, the answer may be another. */
  lacksTicket?: boolean;
  /** What a recorded question of this type said besides, for which there is no field. It is asked along. */
  others?: Record<string, string>;
}

export interface TesterField {
  name: string;
  label: string;
  hint?: string;
  /** Words that are known; others may be typed all the same. */
  suggestions?: readonly string[];
  /** A box to tick instead of a text: what is sent when it is ticked. */
  ticked?: string;
}

const ALIAS: TesterField = { name: 'alias', label: 'Alias', hint: 'A device, a person or what is dialled' };
const PROTOCOLS = ['api', 'webrtc', 'sip', 'h323', 'mssip', 'rtmp', 'teams'];
const TRIGGERS = ['web', 'web_avatar_fetch', 'invite', 'options', 'subscribe', 'setup', 'arq', 'lrq'];
const LOCATION: TesterField = { name: 'location', label: 'Asking location' };
const PROTOCOL: TesterField = { name: 'protocol', label: 'Protocol', suggestions: PROTOCOLS };
const CALL_TAG: TesterField = { name: 'call_tag', label: 'Call tag', hint: 'The caller’s ticket' };

const REGISTERED: TesterField = { name: 'registered', label: 'Registered with Infinity', ticked: 'True' };
const VENDOR: TesterField = { name: 'vendor', label: 'Vendor', hint: 'The caller’s software' };

const CALL: readonly TesterField[] = [
  { name: 'local_alias', label: 'Dialled alias', hint: 'As dialled, also sip:name@domain' },
  PROTOCOL,
  { name: 'call_direction', label: 'Call direction', suggestions: ['dial_in', 'dial_out', 'non_dial'] },
  {
    name: 'trigger',
    label: 'Trigger',
    suggestions: [...TRIGGERS, 'two_stage_dialing', 'teams', 'unspecified'],
  },
  LOCATION,
  { name: 'remote_display_name', label: 'Caller’s name' },
  { name: 'remote_alias', label: 'Caller’s alias' },
  { name: 'remote_address', label: 'Caller’s address' },
  { name: 'version_id', label: 'Node’s release', hint: 'As 38: older ones know fewer layouts' },
];

const SERVICE_TAG: TesterField = { name: 'service_tag', label: 'Service tag', hint: 'The meeting’s id' };

const FIELDS: Record<ReportedRequest, readonly TesterField[]> = {
  service: [...CALL, SERVICE_TAG],
  participant: [...CALL, VENDOR, CALL_TAG, SERVICE_TAG, REGISTERED],
  location: CALL,
  avatar: [
    ALIAS,
    { name: 'width', label: 'Width' },
    { name: 'height', label: 'Height' },
    PROTOCOL,
    VENDOR,
    CALL_TAG,
    LOCATION,
    REGISTERED,
  ],
  directory: [
    { name: 'q', label: 'Typed text' },
    { name: 'limit', label: 'Most entries' },
    { name: 'registration_alias', label: 'Searching device' },
    LOCATION,
  ],
  registration: [
    ALIAS,
    PROTOCOL,
    { name: 'auth_type', label: 'Authentication', suggestions: ['credentials', 'sso'] },
    LOCATION,
  ],
};

/** What a request of this type may say, as far as it matters to our answers. */
export function fieldsOf(type: ReportedRequest): readonly TesterField[] {
  return FIELDS[type];
}

/** The same draft as another type. An avatar without a protocol is a directory entry's, which is asked for most. */
export function withType(before: TesterDraft, type: ReportedRequest): TesterDraft {
  const values = type === 'avatar' && before.type !== 'avatar' ? { ...before.values, protocol: '' } : before.values;
  return { ...before, type, values, others: undefined };
}

/** What is sent: the fields of this type that say something, and what has none. */
export function parametersOf({ type, values, others }: TesterDraft): Record<string, string> {
  const given = fieldsOf(type).flatMap(({ name }) => {
    const value = values[name] ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return { ...others, ...Object.fromEntries(given) };
}

/** The moment that is meant: absent for now, null where there is none such that can be asked about. */
export function momentOf({ at }: TesterDraft): string | undefined | null {
  if (at === '') return undefined;
  // An input for dates takes years of six digits; the agent's own time, as it has it, becomes a moment here.
  return /^\d{4}-/.test(at) && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : null;
}

const BROWSER = { protocol: 'api', call_direction: 'dial_in', trigger: 'web', remote_display_name: 'Dana' };
const TELEPHONE = { protocol: 'sip', call_direction: 'dial_in', trigger: 'invite' };

export const PRESETS: readonly { label: string; draft: TesterDraft }[] = [
  { label: 'A guest in a browser', draft: { type: 'service', values: BROWSER, at: '' } },
  {
    label: 'A SIP telephone',
    draft: { type: 'service', values: { ...TELEPHONE, remote_alias: 'sip:telephone@example.com' }, at: '' },
  },
  {
    label: 'A device registering',
    draft: { type: 'registration', values: { protocol: 'sip', auth_type: 'credentials' }, at: '' },
  },
  { label: 'Directory search', draft: { type: 'directory', values: { limit: '10' }, at: '' } },
];

/** A preset keeps what somebody would otherwise type again: which meeting it is about, and who asks. */
export function withPreset(before: TesterDraft, preset: TesterDraft): TesterDraft {
  const { local_alias = '', location = '' } = before.values;
  return { ...preset, values: { local_alias, location, ...preset.values }, at: before.at };
}

// The fields of a conference and a lecture as a Conferencing Node takes them, copied by hand from the tables of policy-api.md §4
// and from nowhere else: what our own rules (lib/policy/infinity-rules.ts) forget is found here.

type Check = (value: unknown) => boolean;

const text =
  (longest = 250): Check =>
  (value) =>
    typeof value === 'string' && value.length > 0 && [...value].length <= longest && !AMISS.test(value);
/** Control characters and half characters: none of them can be in a name on Infinity. */
const AMISS = /[\u0000-\u001f\u007f-\u009f]|[\ud800-\udfff]/u;

const yes: Check = (value) => typeof value === 'boolean';
const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
const whole =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const pin: Check = (value) => typeof value === 'string' && value.length <= 20 && /^(?=.{4})[0-9]+#?$/.test(value);

const LAYOUTS = `one_main_zero_pips one_main_one_pip one_main_seven_pips one_main_twentyone_pips one_main_thirtythree_pips
  two_mains_twentyone_pips four_mains_zero_pips nine_mains_zero_pips sixteen_mains_zero_pips twentyfive_mains_zero_pips
  one_main_nine_around one_main_twelve_around two_mains_eight_around five_mains_seven_pips one_main_twentyone_around`;
const layouts = LAYOUTS.split(/\s+/);
const defaultYesNo = oneOf('default', 'yes', 'no');
const bitRate = whole(128_000, 8_192_000);

/** In both; all are optional but the first three. */
const COMMON: Record<string, Check> = {
  service_type: oneOf('conference', 'lecture'),
  name: text(),
  service_tag: text(),
  allow_guests: yes,
  pin,
  guest_pin: pin,
  description: text(),
  call_type: oneOf('video', 'video-only', 'audio'),
  crypto_mode: oneOf(null, 'besteffort', 'on', 'off'),
  enable_chat: defaultYesNo,
  enable_overlay_text: yes,
  guests_can_present: yes,
  ivr_theme_name: text(),
  local_display_name: text(),
  locked: yes,
  max_callrate_in: bitRate,
  max_callrate_out: bitRate,
  max_pixels_per_second: oneOf(null, 'sd', 'hd', 'fullhd'),
  mute_all_guests: yes,
  participant_limit: whole(0, 1_000_000),
  primary_owner_email_address: text(100),
  bypass_proxy: yes,
  prefer_ipv6: defaultYesNo,
  enable_active_speaker_indication: yes,
  breakout_rooms: yes,
  direct_media: oneOf('best_effort', 'always', 'never'),
  direct_media_notification_duration: whole(0, 30),
  denoise_enabled: yes,
  softmute_enabled: yes,
  live_captions_enabled: defaultYesNo,
  live_captions_language: text(),
  source_language: text(),
  host_identity_provider_group: text(),
  guest_identity_provider_group: text(),
  non_idp_participants: oneOf('disallow_all', 'allow_if_trusted'),
  pinning_config: text(),
};

const OF_TYPE: Record<string, Record<string, Check>> = {
  conference: { view: oneOf(...layouts) },
  lecture: {
    host_view: oneOf(...layouts.filter((layout) => layout !== 'five_mains_seven_pips')),
    guest_view: oneOf(...layouts.filter((layout) => layout !== 'five_mains_seven_pips')),
    force_presenter_into_main: yes,
    guests_can_see_guests: oneOf('no_hosts', 'always', 'never'),
  },
};

/** What a node would drop the service for; null when it takes it. */
export function serviceComplaint(result: Record<string, unknown>): string | null {
  const fields = { ...COMMON, ...OF_TYPE[String(result.service_type)] };
  for (const required of ['service_type', 'name', 'service_tag']) {
    if (!(required in result)) return `${required} is missing`;
  }
  for (const [field, value] of Object.entries(result)) {
    // Unknown ones seem to be borne with, but only listed keys are ever to be sent.
    if (!Object.hasOwn(fields, field)) return `${field} is no field of a ${String(result.service_type)}`;
    if (!fields[field]!(value)) return `${field} is ${JSON.stringify(value)}`;
  }
  if (result.breakout_rooms === true && (result.direct_media ?? 'never') !== 'never')
    return 'breakouts with direct media';
  return pinComplaint(result);
}

/** The table "PIN rules". */
function pinComplaint({ allow_guests: guests, pin: host, guest_pin: guest }: Record<string, unknown>): string | null {
  if (guests === true && host === undefined) return 'guests are allowed without a PIN for hosts';
  if (typeof guest !== 'string') return null;
  if (guests !== true) return 'a PIN for guests who are not allowed';
  if (typeof host !== 'string' || guest === host) return 'guests have the PIN of hosts';
  const hashes = [host, guest].filter((each) => each.endsWith('#')).length;
  if (hashes === 1) return 'only one of the PINs ends in #';
  return hashes === 2 || host.length === guest.length ? null : 'PINs of different lengths';
}

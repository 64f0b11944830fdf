import type { PexRtcSettings } from './settings';
import type { Fields } from './wire';

/** The body of request_token (client-api.md §2): what is always said, and what only when it is set. */
export function tokenRequest(settings: PexRtcSettings, dialled: { node: string; name: string }): Fields {
  const optional = {
    call_tag: settings.call_tag,
    conference_extension: settings.conference_extension,
    token: settings.oneTimeToken,
    registration_token: settings.registration_token,
  };
  return {
    display_name: dialled.name,
    chosen_idp: 'none',
    sso_token: 'none',
    // The genuine client says true; this one cannot do it, and a node that believed it would send no media.
    direct_media: false,
    client_id: settings.client_id,
    node: dialled.node,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value)),
  };
}

/**
 * The kinds of object that policy answers refer to by name, each with its resource in the Management Node's
 * configuration API. An answer with a name that is not configured is void (policy-api.md §4).
 */
export const objectResources = {
  themes: 'ivr_theme',
  locations: 'system_location',
  identityProviderGroups: 'identity_provider_group',
  sipProxies: 'sip_proxy',
  h323Gatekeepers: 'h323_gatekeeper',
  mssipProxies: 'mssip_proxy',
  teamsProxies: 'teams_proxy',
  stunServers: 'stun_server',
  turnServers: 'turn_server',
  gmsAccessTokens: 'gms_access_token',
  mediaPlaylists: 'media_library_playlist',
} as const;

export type ObjectKind = keyof typeof objectResources;

/** What the deployment has configured by name. */
export type ObjectNames = Readonly<Record<ObjectKind, readonly string[]>>;

/** No objects but those given. */
export function objectNames(given: Partial<ObjectNames> = {}): ObjectNames {
  return {
    themes: [],
    locations: [],
    identityProviderGroups: [],
    sipProxies: [],
    h323Gatekeepers: [],
    mssipProxies: [],
    teamsProxies: [],
    stunServers: [],
    turnServers: [],
    gmsAccessTokens: [],
    mediaPlaylists: [],
    ...given,
  };
}

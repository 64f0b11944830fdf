/** What PexRTC says to a user, by its names. An application may replace entries to localise them (pexrtc.md §9). */
export function defaultTexts() {
  return {
    ERROR_CALL_FAILED: 'Call Failed: ',
    ERROR_CONNECTING: 'Error connecting to conference',
    ERROR_CONNECTING_EXTENSION: 'Conference extension not found',
    ERROR_USER_MEDIA:
      'Error: Could not get access to camera/microphone.\n\nHave you allowed access? Has any other application locked the camera?',
    ERROR_WEBRTC_SUPPORT: 'Error: WebRTC not supported by this browser',
    ERROR_ICE_FAILED: 'Failed to establish media.\n\nEnsure required firewall ports are permitted.',
    ERROR_ICE_CANDIDATES: 'Failed to gather IP addresses',
    ERROR_DISCONNECTED: 'You have been remotely disconnected from this conference',
    ERROR_PRESENTATION_ENDED: 'Presentation ended',
    ERROR_SCREENSHARE_CANCELLED: 'Screenshare cancelled',
    ERROR_SCREENSHARE_REJECTED: 'Screenshare rejected',
    ERROR_SCREENSHARE_DENIED: 'Screenshare denied',
    ERROR_DISCONNECTED_PRESENTATION: 'Presentation stream remotely disconnected',
    ERROR_DISCONNECTED_SCREENSHARE: 'Screenshare remotely disconnected',
    ERROR_CONNECTING_PRESENTATION: 'Presentation stream unavailable',
    ERROR_CONNECTING_SCREENSHARE: 'Screenshare error',
    ERROR_SSO_AUTHENTICATION: 'SSO Authentication Failed',
    ERROR_SSO_NO_IDENTITY_PROVIDERS: 'SSO enabled but no Identity Providers configured',
    ERROR_SSO_POPUP_FAILED:
      'Unable to open window for SSO authentication. This may have been prevented by a pop-up blocker.',
    ERROR_SSO_AUTHENTICATION_MAINTENANCE: 'SSO Authentication Failed. The system is in Maintenance mode.',
  };
}

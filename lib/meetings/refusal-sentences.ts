/**
 * What a participant policy answer says to whoever it refuses. Infinity's own apps show these sentences as they are; the call
 * panel gets them back as PexRTC's error text, knows them by their wording and says the same in its visitor's language.
 */
export const REFUSALS = {
  ended: 'This meeting has ended.',
  cancelled: 'This meeting was cancelled.',
  withdrawn: 'Your invitation was withdrawn. Ask whoever sent it for a new one.',
  ticketNeeded: 'Please join from the link in your invitation. Open it again and choose Join.',
  ticketUnchecked: 'Invitations cannot be checked just now. Please try again in a minute.',
} as const;

/** The words that differ with where the panel stands: on the website, on an invitation's page, or at the desk. */
export interface CallWords {
  /** Name of the whole panel, for its header and for screen readers. */
  panel: string;
  lobbyTitle: string;
  lobbyLead: string;
  join: string;
  aloneTitle: string;
  aloneLead: string;
  waitingTitle: string;
  waitingLead: string;
  /** Offered when the meeting cannot be entered again; absent where no new one can be made. */
  callAgain?: string;
}

const waiting = {
  waitingTitle: 'You’ll be let in shortly',
  waitingLead: 'The meeting starts when its host is here. Nobody sees or hears you yet.',
};

export const siteWords: CallWords = {
  ...waiting,
  panel: 'Video call',
  lobbyTitle: 'Talk to us face to face',
  lobbyLead: 'Nothing to install. Nobody sees or hears you until you call.',
  join: 'Call now',
  aloneTitle: 'Someone will be with you shortly',
  aloneLead: 'You’re on the line. You can keep looking around our site meanwhile.',
  callAgain: 'Call again',
};

export const invitationWords: CallWords = {
  ...waiting,
  panel: 'Video meeting',
  lobbyTitle: 'Ready to join?',
  lobbyLead: 'Nothing to install. Nobody sees or hears you until you join.',
  join: 'Join now',
  aloneTitle: 'You’re the first one here',
  aloneLead: 'The others will appear as they join.',
};

export const deskWords: CallWords = {
  ...waiting,
  panel: 'Call',
  lobbyTitle: 'Join as host',
  lobbyLead: 'The visitor sees the name below.',
  join: 'Join now',
  aloneTitle: 'Nobody else is in this meeting',
  aloneLead: 'The visitor may have left, or may be on the way back.',
};

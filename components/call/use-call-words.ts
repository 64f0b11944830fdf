import { useTranslations } from 'use-intl';

/** Where the panel stands: on the website, on an invitation's page, or at the desk. */
export type Place = 'site' | 'invitation' | 'desk';

/** The words that differ with the place or with the meeting. */
export interface CallWords {
  /** Name of the whole panel, for its header and for screen readers. */
  panel: string;
  lobbyTitle: string;
  lobbyLead: string;
  join: string;
  aloneTitle: string;
  aloneLead: string;
  /** Offered when the meeting cannot be entered again; absent where no new one can be made. */
  callAgain?: string;
}

export function useCallWords(place: Place): CallWords {
  const panel = useTranslations('panel');
  const lobby = useTranslations('lobby');
  const call = useTranslations('call');
  const endings = useTranslations('endings');
  return {
    panel: panel(`name.${place}`),
    lobbyTitle: lobby(`${place}.title`),
    lobbyLead: lobby(`${place}.lead`),
    join: lobby(`${place}.join`),
    aloneTitle: call(`alone.${place}.title`),
    aloneLead: call(`alone.${place}.lead`),
    callAgain: place === 'site' ? endings('callAgain') : undefined,
  };
}

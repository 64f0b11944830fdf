import { useState } from 'react';
import { isWaitingForHost, type Conference } from '@/lib/call/conference';
import type { CallView } from '@/lib/call/use-call';
import type { CallWords } from './call-words';
import { TimeLeft } from './time-left';
import { SelfPicture, RemotePicture } from './video-picture';

type StageProps = {
  view: CallView;
  words: CallWords;
  conference: Conference;
  remoteStream: MediaStream | null;
  isSmall: boolean;
  className?: string;
};

/** Where the pictures are: the far end's fills it, one's own stands small in its corner. */
export function Stage({ view, words, conference, remoteStream, isSmall, className = '' }: StageProps) {
  const { preview } = view.devices;
  const isWaiting = isWaitingForHost(conference);
  const isAlone = conference.roster.people.size === 1;
  const [hasHadCompany, setHasHadCompany] = useState(false);
  if (conference.roster.people.size > 1 && !hasHadCompany) setHasHadCompany(true);
  const { title, lead } = quietWords(words, isWaiting, hasHadCompany);
  return (
    <div className={`relative overflow-hidden bg-stage text-on-stage ${className}`}>
      <RemotePicture stream={remoteStream} />
      {(isWaiting || isAlone) && !isSmall && (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-1.5 bg-stage px-8 pb-6 text-center">
          <p className="font-display text-xl font-medium text-balance">{title}</p>
          <p className="max-w-xs text-sm text-balance text-on-stage-soft">{lead}</p>
        </div>
      )}
      {view.meeting && (
        <div className="absolute top-3 left-3">
          <TimeLeft validUntilMs={view.meeting.validUntilMs} skewMs={view.skewMs} />
        </div>
      )}
      {preview && !isSmall && (
        <SelfPicture
          stream={preview}
          className="absolute right-3 bottom-3 aspect-video w-[26%] max-w-52 min-w-24 rounded-control shadow-card ring-1
            ring-on-stage/25"
        />
      )}
    </div>
  );
}

/** What stands where the others would be. */
function quietWords(words: CallWords, isWaiting: boolean, hasHadCompany: boolean) {
  if (isWaiting) return { title: words.waitingTitle, lead: words.waitingLead };
  if (hasHadCompany)
    return { title: 'Everybody else has left', lead: 'You can wait here for them, or leave the call.' };
  return { title: words.aloneTitle, lead: words.aloneLead };
}

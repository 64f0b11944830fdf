import { MicVocal } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import type { CallWords } from '../use-call-words';
import { RemotePicture, SelfView, SharedPicture, SwapButton, type Side } from './pictures';
import { CaptionLines, LinkVeil, Speaker, Talking } from './stage-words';
import type { Commands, InCallState } from './use-commands';
import type { InCallUiControl } from './use-in-call-ui';

type StageProps = {
  view: CallView;
  words: CallWords;
  state: InCallState;
  commands: Commands;
  control: InCallUiControl;
  isSmall: boolean;
  stage: RefObject<HTMLDivElement | null>;
  className: string;
  /** What stands in its upper edge. */
  children: ReactNode;
};

/** Where the pictures are: a shared screen or the people fill it, the other is small, and one's own is in a corner. */
export function Stage(props: StageProps) {
  const { view, state, commands, control, isSmall, stage, className, children } = props;
  const { conference, remoteStream, link } = state;
  const { ui, change } = control;
  const { preview } = view.devices;
  const shared = conference.presentation?.stream ? conference.presentation : null;
  const isSharedLarge = shared !== null && !ui.isSwapped;
  const side: Side = ui.selfCorner === 'end-top' ? 'start' : 'end';
  const second = isSmall ? 'none' : 'small';
  const isSteady = link === 'steady';
  const self = isSmall || ui.isSelfHidden ? null : preview;
  return (
    <div
      ref={stage}
      tabIndex={-1}
      className={`relative overflow-hidden bg-stage text-on-stage outline-none ${className}`}
    >
      <RemotePicture stream={remoteStream} size={isSharedLarge ? second : 'large'} side={side} />
      {shared?.stream && (
        <SharedPicture
          stream={shared.stream}
          presenter={shared.presenter}
          size={isSharedLarge ? 'large' : second}
          side={side}
        />
      )}
      {shared && !isSmall && <SwapButton side={side} onSwap={() => change({ isSwapped: !ui.isSwapped })} />}
      {!isSmall && <QuietWords {...props} isCovered={shared !== null} />}
      {/* Above the veil: what is left of the meeting, and how the connection is. */}
      <div className="absolute inset-x-3 top-3 z-25 flex flex-wrap items-start gap-2">{children}</div>
      {!isSmall && ui.areCaptionsShown && (
        <CaptionLines captions={conference.captions} clearOf={self && ui.selfCorner} />
      )}
      {!isSmall && isSteady && !commands.isWaiting && (
        <Speaker conference={conference} isAtEnd={ui.selfCorner === 'start-bottom'} />
      )}
      {self && (
        <SelfView
          stream={self}
          corner={ui.selfCorner}
          isCovered={ui.menu !== null || !isSteady}
          onMove={(selfCorner) => change({ selfCorner })}
        />
      )}
      {ui.isTalking && commands.isMicrophoneOn && <Talking icon={MicVocal} />}
      {!isSteady && <LinkVeil link={link} isSmall={isSmall} />}
    </div>
  );
}

function waitsFor({ conference: { isLocked, wasIn } }: InCallState) {
  if (!isLocked) return 'lead';
  return wasIn ? 'again' : 'locked';
}

/** What stands where the others would be. */
function QuietWords({ words, state, commands, isCovered }: StageProps & { isCovered: boolean }) {
  const t = useTranslations('call');
  const { isAlone } = commands;
  const hasCompany = !isAlone && state.conference.roster.people.size > 1;
  const [hasHadCompany, setHasHadCompany] = useState(false);
  if (hasCompany && !hasHadCompany) setHasHadCompany(true);
  if (isCovered || !(commands.isWaiting || isAlone)) return null;
  const { title, lead } = commands.isWaiting
    ? { title: t('waiting.title'), lead: t(`waiting.${waitsFor(state)}`) }
    : hasHadCompany
      ? { title: t('othersLeft.title'), lead: t('othersLeft.lead') }
      : { title: words.aloneTitle, lead: words.aloneLead };
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-1.5 bg-stage px-8 pb-6 text-center">
      <p className="font-display text-xl font-medium text-balance">{title}</p>
      <p className="max-w-xs text-sm text-balance text-on-stage-soft">{lead}</p>
    </div>
  );
}

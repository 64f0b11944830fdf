import { useEffect, useRef, useState } from 'react';
import { unreadCount } from '@/lib/call/chat';
import { qualityOf } from '@/lib/call/link-quality';
import type { CallView } from '@/lib/call/use-call';
import { DeviceNotice } from '../device-notice';
import { MicrophoneHint } from '../device-hint';
import { useToolsSoon } from '../late-tools';
import type { CallWords } from '../use-call-words';
import { ControlBar } from './control-bar';
import { toggleFullScreen, useFullScreenEnd } from './full-screen';
import { NetworkSign } from './network-sign';
import { HeardNews, SeenNews } from './news';
import { Notices } from './notices';
import { Sheets } from './sheets';
import { SmallControls } from './small-controls';
import { SmallWindow, useSmallWindow } from './small-window';
import { Stage } from './stage';
import { Presenter } from './stage-words';
import { TimeLeft } from './time-left';
import { TimeNotice } from './time-notice';
import { commandsFor, type InCallState } from './use-commands';
import { useInCallKeys } from './use-in-call-keys';
import { useInCallUi } from './use-in-call-ui';
import { useLinkFigures } from './use-link-figures';
import { useNews } from './use-news';

type InCallProps = {
  view: CallView;
  words: CallWords;
  state: InCallState;
  isMinimised: boolean;
  onRestore: () => void;
  stageClassName: string;
};

/** The call. Small or large it is the same stage element, for a new one would interrupt picture and sound. */
export function InCall({ view, words, state, isMinimised, onRestore, stageClassName }: InCallProps) {
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const control = useInCallUi();
  const { ui, change, toggleSheet } = control;
  const commands = commandsFor(view, state);
  // What is no longer there must not open by itself when the role, or the call's full size, comes back.
  if (ui.menu && (isMinimised || (ui.menu === 'end' && !commands.mayEndForAll))) change({ menu: null });
  const { closeSheet, closeMenu } = useInCallKeys(root, control, commands, isMinimised);
  const figures = useLinkFigures(view.session.actions.statistics, ui.sheet === 'statistics');
  const quality = qualityOf(figures, state.link);
  useFullScreenEnd();
  useToolsSoon(commands.isSteady, ui.menu === 'more');
  const [seen, setSeen] = useState(-1);
  const { conference } = state;
  const { meeting, skewMs, session } = view;
  const newest = conference.messages.at(-1)?.number ?? -1;
  const unread = unreadCount(conference.messages, seen);
  const told = useNews(view, state);
  const smallWindow = useSmallWindow(stage, () => told.tell([{ say: 'noSmallWindow' }]));
  const sheet = isMinimised || (commands.isWaiting && (ui.sheet === 'chat' || ui.sheet === 'people')) ? null : ui.sheet;
  // The veil says that the connection is lost, and larger; an open chat shows what was written.
  const isNewsSeen = commands.isSteady && !(told.isChat && sheet === 'chat');

  function showPeople() {
    if (isMinimised) onRestore();
    change({ sheet: 'people' });
  }

  // The node knows nothing of them in a call that took the place of a lost one.
  const { actions } = session;
  useEffect(() => {
    if (ui.areCaptionsShown) actions.setCaptionsShown(true);
  }, [actions, ui.areCaptionsShown, conference.selfId]);
  // Once for each new call: a host who lowers it then has the last word.
  const { handUpAs, selfId } = conference;
  useEffect(() => {
    if (handUpAs && handUpAs !== selfId) actions.setHandRaised(true);
  }, [actions, handUpAs, selfId]);

  return (
    <div ref={root} className="@container flex flex-1 flex-col bg-surface">
      <h2 tabIndex={-1} data-view-focus={isMinimised ? undefined : true} className="sr-only">
        {words.panel}
      </h2>
      <div className={`flex flex-1 flex-col ${isMinimised ? '' : 'max-card:landscape:flex-row'} @min-[48rem]:flex-row`}>
        <Stage
          {...{ view, words, state, commands, control, stage }}
          isSmall={isMinimised}
          className={isMinimised ? 'aspect-video' : `${stageClassName} ${sheet ? besideSheet : ''}`}
        >
          {!isMinimised && (
            <>
              {meeting && <TimeLeft validUntilMs={meeting.validUntilMs} skewMs={skewMs} />}
              <NetworkSign
                quality={quality}
                isOpen={sheet === 'statistics'}
                onToggle={() => toggleSheet('statistics')}
              />
              <Presenter presentation={conference.presentation} />
            </>
          )}
          {isNewsSeen && <SeenNews told={told} className={isMinimised ? 'pe-9' : ''} />}
        </Stage>
        {sheet && (
          <Sheets
            {...{ view, state, commands, control, figures, quality }}
            name={sheet}
            onSeen={() => setSeen(newest)}
            onClose={closeSheet}
          />
        )}
      </div>
      <HeardNews told={told} />
      <div className={isMinimised ? 'flex-none' : 'flex-none pb-[env(safe-area-inset-bottom)]'}>
        {/* Neither waits for the call to be large again. */}
        <TimeNotice view={view} />
        <Notices {...{ view, conference, commands }} isSmall={isMinimised} onPeople={showPeople} />
        {isMinimised ? (
          <SmallControls {...{ view, commands, unread, onRestore }} />
        ) : (
          <>
            <div className="px-3">
              <DeviceNotice devices={view.devices} isInCall />
              {!ui.isTalking && !commands.isMutedByHost && <MicrophoneHint view={view} />}
            </div>
            <ControlBar
              {...{ view, state, commands, control, closeMenu }}
              unread={unread}
              onSmallWindow={smallWindow.open}
              onFullScreen={() => toggleFullScreen(root.current)}
            />
          </>
        )}
      </div>
      {smallWindow.opened && (
        <SmallWindow opened={smallWindow.opened} title={words.panel} {...{ view, state, commands, told, unread }} />
      )}
    </div>
  );
}

/** With something below it, the stage gives way on a phone. */
const besideSheet = 'max-card:portrait:aspect-video max-card:portrait:min-h-40 max-card:portrait:flex-none';

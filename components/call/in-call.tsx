import { Maximize2, Mic, MicOff, PhoneOff, Users } from 'lucide-react';
import { useId, useState } from 'react';
import type { CallState } from '@/lib/call/call-machine';
import type { CallView } from '@/lib/call/use-call';
import type { CallWords } from './call-words';
import { ControlButton } from './control-button';
import { DeviceControls } from './device-controls';
import { DeviceNotice } from './device-notice';
import { InviteButton, InviteNotice, type InviteState } from './invite';
import { People } from './people';
import { Stage } from './stage';
import { EndingSoon } from './ending-soon';

type InCallProps = {
  view: CallView;
  words: CallWords;
  state: Extract<CallState, { phase: 'in-call' }>;
  isMinimised: boolean;
  onRestore: () => void;
  stageClassName: string;
};

/** The call. Small or large it is the same stage element, for a new one would interrupt picture and sound. */
export function InCall({ view, words, state, isMinimised, onRestore, stageClassName }: InCallProps) {
  return (
    <>
      <h2 tabIndex={-1} data-view-focus={isMinimised ? undefined : true} className="sr-only">
        {words.panel}
      </h2>
      <Stage
        view={view}
        words={words}
        conference={state.conference}
        remoteStream={state.remoteStream}
        isSmall={isMinimised}
        className={isMinimised ? 'aspect-video' : stageClassName}
      />
      {isMinimised ? <SmallControls view={view} onRestore={onRestore} /> : <Controls view={view} state={state} />}
    </>
  );
}

function Controls({ view, state }: Pick<InCallProps, 'view' | 'state'>) {
  const [arePeopleShown, setArePeopleShown] = useState(false);
  const [invite, setInvite] = useState<InviteState | null>(null);
  const peopleId = useId();
  const count = state.conference.roster.people.size;
  const { meeting } = view;
  return (
    <div className="flex-none pb-[env(safe-area-inset-bottom)]">
      {meeting && <EndingSoon validUntilMs={meeting.validUntilMs} skewMs={view.skewMs} />}
      <div className="px-3">
        <DeviceNotice devices={view.devices} isInCall />
      </div>
      <div className="flex justify-center gap-1 px-3 py-3 sm:gap-2">
        <DeviceControls view={view} />
        <ControlButton
          icon={Users}
          label={`${count} ${count === 1 ? 'person' : 'people'}`}
          aria-expanded={arePeopleShown}
          aria-controls={peopleId}
          onClick={() => setArePeopleShown(!arePeopleShown)}
        />
        {meeting && <InviteButton alias={meeting.alias} onInvited={setInvite} />}
        <ControlButton icon={PhoneOff} label="Leave" tone="leave" onClick={() => view.session.leave()} />
      </div>
      {meeting && <InviteNotice state={invite} validUntilMs={meeting.validUntilMs} />}
      {arePeopleShown && <People id={peopleId} conference={state.conference} />}
    </div>
  );
}

const small = 'grid size-10 place-items-center rounded-full text-ink transition-colors duration-150 hover:bg-sunken';

/** In the small bar there is room for symbols only; their names are there for whoever cannot see them. */
function SmallControls({ view, onRestore }: { view: CallView; onRestore: () => void }) {
  const { microphone } = view.devices;
  const isOn = microphone.status === 'on';
  const MicrophoneIcon = isOn ? Mic : MicOff;
  const muteLabel = isOn ? 'Mute' : 'Unmute';
  return (
    <div className="flex items-center justify-between px-2 py-1.5">
      <button
        type="button"
        aria-label={muteLabel}
        title={muteLabel}
        disabled={microphone.status === 'starting'}
        onClick={() => void view.session.turn('microphone', !isOn)}
        className={small}
      >
        <MicrophoneIcon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      </button>
      <button
        type="button"
        onClick={onRestore}
        data-view-focus
        className={`${small} w-auto grid-flow-col gap-1.5 px-3 text-sm font-semibold`}
      >
        <Maximize2 aria-hidden="true" className="size-4" />
        Open call
      </button>
      <button
        type="button"
        aria-label="Leave"
        title="Leave"
        onClick={() => view.session.leave()}
        className={`${small} bg-danger text-on-danger hover:bg-danger-strong`}
      >
        <PhoneOff aria-hidden="true" className="size-5" strokeWidth={1.75} />
      </button>
    </div>
  );
}

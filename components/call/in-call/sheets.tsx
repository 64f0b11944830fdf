import { useTranslations } from 'use-intl';
import type { LinkQuality } from '@/lib/call/link-quality';
import type { LinkFigures } from '@/lib/call/link-statistics';
import type { CallView } from '@/lib/call/use-call';
import { LateTool } from '../late-tools';
import { ChatView } from './chat-view';
import { PeopleView } from './people-view';
import { SideSheet } from './side-sheet';
import type { Commands, InCallState } from './use-commands';
import type { InCallUiControl, SheetName } from './use-in-call-ui';

type SheetsProps = {
  view: CallView;
  state: InCallState;
  commands: Commands;
  control: InCallUiControl;
  name: SheetName;
  figures: LinkFigures | null;
  quality: LinkQuality;
  onSeen: () => void;
  onClose: () => void;
};

/** What is open beside the stage. */
export function Sheets(props: SheetsProps) {
  const { view, state, commands, control, name, figures, quality, onSeen, onClose } = props;
  const t = useTranslations('call.more');
  const chat = useTranslations('chat');
  const people = useTranslations('people');
  const { actions } = view.session;
  switch (name) {
    case 'chat':
      return (
        <SideSheet title={chat('title')} onClose={onClose} isFilled>
          <ChatView
            conference={state.conference}
            isSteady={commands.isSteady}
            draft={control.ui.draft}
            onDraft={(draft) => control.change({ draft })}
            onSend={(text) => actions.sendMessage(text)}
            onSeen={onSeen}
          />
        </SideSheet>
      );
    case 'people':
      return (
        <SideSheet title={people('title')} onClose={onClose}>
          <PeopleView
            conference={state.conference}
            actions={commands.isHost ? actions : null}
            dialDraft={control.ui.dialDraft}
            onDialDraft={(dialDraft) => control.change({ dialDraft })}
          />
        </SideSheet>
      );
    default:
      return (
        <SideSheet title={t(name)} onClose={onClose}>
          <LateTool>
            {({ Keypad, DeviceSettings, StatisticsView, ShortcutList }) => {
              switch (name) {
                case 'keypad':
                  return <Keypad onKey={actions.sendKeys} />;
                case 'devices':
                  return <DeviceSettings view={view} />;
                case 'statistics':
                  return <StatisticsView figures={figures} quality={quality} />;
                case 'shortcuts':
                  return <ShortcutList />;
              }
            }}
          </LateTool>
        </SideSheet>
      );
  }
}

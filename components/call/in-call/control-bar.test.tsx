import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { unknownConference } from '@/lib/call/conference';
import type { CallView } from '@/lib/call/use-call';
import { participant } from '@/lib/testing/participant';
import { englishWords } from '@/lib/words/english';
import { WordsProvider } from '../words-provider';
import { ControlBar } from './control-bar';
import { commandsFor, type InCallState } from './use-commands';
import type { InCallUiControl } from './use-in-call-ui';

vi.stubGlobal('document', { fullscreenEnabled: false });
vi.stubGlobal('window', {});
vi.stubGlobal('navigator', {});

const nothing = () => {};
const meeting = { alias: 'meet-1', role: 'guest', hostKey: null } as CallView['meeting'];

/** How often the bar, with its menu open, offers to invite others. */
function invitations(meeting: CallView['meeting']): number {
  // What the bar reads of a call in which nothing is open yet.
  const devices = { microphone: { status: 'on' }, camera: { status: 'on' }, preview: null };
  const view = { meeting, devices, session: {} } as unknown as CallView;
  const control = { ui: { menu: 'more', sheet: null }, change: nothing } as unknown as InCallUiControl;
  const people = new Map([['me', participant()]]);
  const conference = { ...unknownConference, selfId: 'me', roster: { people, incoming: null } };
  const state: InCallState = { phase: 'in-call', link: 'steady', remoteStream: null, conference };
  const bar = renderToStaticMarkup(
    <WordsProvider words={englishWords}>
      <ControlBar
        {...{ view, state, control, commands: commandsFor(view, state), unread: 0 }}
        {...{ closeMenu: nothing, onSmallWindow: nothing, onFullScreen: nothing }}
      />
    </WordsProvider>,
  );
  return bar.match(/Invite/g)?.length ?? 0;
}

it('others can be invited to a meeting of ours, and not to a conference to which a node has moved us', () => {
  expect(invitations(meeting)).toBeGreaterThanOrEqual(2);
  expect(invitations(null)).toBe(0);
});

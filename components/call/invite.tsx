import { Link2 } from 'lucide-react';
import { ControlButton } from './control-button';

export interface InviteState {
  link: string;
  outcome: 'copied' | 'shown';
}

type InviteButtonProps = { alias: string; onInvited: (state: InviteState) => void };

/** Copies the meeting's link. Where the page may not write to the clipboard, the link is shown for copying by hand. */
export function InviteButton({ alias, onInvited }: InviteButtonProps) {
  async function invite() {
    const link = new URL(`/join/${encodeURIComponent(alias)}`, window.location.origin).href;
    try {
      await navigator.clipboard.writeText(link);
      onInvited({ link, outcome: 'copied' });
    } catch {
      onInvited({ link, outcome: 'shown' });
    }
  }

  return <ControlButton icon={Link2} label="Invite" onClick={() => void invite()} />;
}

/** What became of it, and until when the link works. */
export function InviteNotice({ state, validUntilMs }: { state: InviteState | null; validUntilMs: number }) {
  const until = new Date(validUntilMs).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
  return (
    <div role="status">
      {state && (
        <div className="border-t border-line px-5 py-3 text-sm">
          {state.outcome === 'copied' ? 'Link copied.' : 'Copy this link.'} It works until {until}.
          {state.outcome === 'shown' && (
            <input
              readOnly
              aria-label="Invitation link"
              value={state.link}
              onFocus={(event) => event.target.select()}
              className="mt-2 block w-full rounded-control border border-line bg-sunken px-3 py-2 text-base"
            />
          )}
        </div>
      )}
    </div>
  );
}

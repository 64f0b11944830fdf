import { parsed } from './wire';

const FIRST_DELAY_MS = 10;
const STEP_MS = 1_000;
const LONGEST_DELAY_MS = 15_000;

const EVENTS = [
  'participant_sync_begin',
  'participant_sync_end',
  'participant_create',
  'participant_update',
  'participant_delete',
  'conference_update',
  'layout',
  'stage',
  'message_received',
  'presentation_start',
  'presentation_stop',
  'presentation_frame',
  'disconnect',
  'call_disconnected',
  'refer',
  'refresh_token',
  'fecc',
  'live_captions',
];

/** The node's event stream, opened again after any error; every opening replays the roster (pexrtc.md §10). */
export class EventChannel {
  private source: EventSource | null = null;
  private timer: number | undefined;
  private failures = 0;

  constructor(
    private readonly url: () => string,
    private readonly onEvent: (name: string, data: unknown, id: string) => void,
    private readonly onLost: () => void,
  ) {}

  open(): void {
    const source = new EventSource(this.url());
    this.source = source;
    source.onopen = () => (this.failures = 0);
    source.onerror = () => this.reopen();
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => {
        if (this.source === source) this.onEvent(name, parsed(event.data), event.lastEventId);
      });
    }
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private reopen(): void {
    this.close();
    const delayMs = FIRST_DELAY_MS + this.failures * STEP_MS;
    this.failures += 1;
    if (delayMs > LONGEST_DELAY_MS) return this.onLost();
    this.timer = window.setTimeout(() => this.open(), delayMs);
  }
}

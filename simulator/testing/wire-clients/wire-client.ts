import { field, Requests, textField, type Reply } from './requests';

// Runs in the browser. What both generations of PexRTC have in common on the wire.

export interface WireOptions {
  node: string;
  alias: string;
  name: string;
  /** What the `pin` header is to carry: digits, or `none` for a guest who needs none. */
  pin: string | null;
  callType: 'video' | 'audioonly' | 'recvonly' | 'none';
  /** Of generation 27 only. */
  usesTrickle: boolean;
}

/** Name and value of a callback, in the order in which an application would have got them. */
export type Note = [name: string, value: unknown];

export abstract class WireClient {
  readonly notes: Note[] = [];
  readonly requests: Requests;
  uuid = '';
  role = '';
  callUuid: string | undefined;
  connection: RTCPeerConnection | null = null;
  private stream: EventSource | null = null;
  private refreshes: number | undefined;

  constructor(readonly options: WireOptions) {
    this.requests = new Requests(options.node, options.alias);
  }

  /** The body of request_token, which differs. */
  protected abstract tokenRequest(): Record<string, unknown>;
  /** The media call, from the offer to `onConnect`. */
  protected abstract call(): Promise<void>;
  protected abstract onEvent(name: string, data: unknown): void;

  get own(): string {
    return `participants/${this.uuid}`;
  }

  note(name: string, value: unknown = null): void {
    this.notes.push([name, value]);
  }

  async join(): Promise<void> {
    const { pin, callType } = this.options;
    const first = await this.requests.post('request_token', this.tokenRequest());
    if (!this.isAdmitted(first)) {
      if (pin === null || this.notes.some(([name]) => name === 'onError')) return;
      const second = await this.requests.post('request_token', this.tokenRequest(), { pin });
      if (!this.isAdmitted(second)) return;
    }
    // Both at the same moment; either may be answered first.
    const status = this.requests.get('conference_status').then(({ result }) => this.note('onConferenceUpdate', result));
    this.openEvents();
    await status;
    if (callType !== 'none') await this.call();
  }

  /** Hangs up and leaves, in this order (pexrtc.md §8). A call that was not answered yet has no id. */
  leave(): number {
    const { http } = this.requests.postAndBlock(`${this.own}/calls/${this.callUuid}/disconnect`, {});
    this.stream?.close();
    window.clearInterval(this.refreshes);
    this.connection?.close();
    if (!this.requests.releaseByBeacon({})) throw new Error('the browser refused the beacon');
    return http;
  }

  async refresh(): Promise<void> {
    const { http, result } = await this.requests.post('refresh_token');
    if (http !== 200) return this.note('onError', result);
    this.requests.token = textField(result, 'token');
    const role = textField(result, 'role');
    if (role === this.role) return;
    this.role = role;
    this.note('onRoleUpdate', role);
    await this.requests.get('participants');
  }

  private isAdmitted({ http, status, result }: Reply): boolean {
    if (http === 200) {
      this.requests.token = textField(result, 'token');
      this.uuid = textField(result, 'participant_uuid');
      this.role = textField(result, 'role');
      const everyMs = (Number(textField(result, 'expires')) * 1000) / 3;
      this.refreshes = window.setInterval(() => void this.refresh(), everyMs);
      return true;
    }
    // Whatever is not "success" is the end; for a "success" the next step is looked up in an object, so that a mere text
    // in its place throws.
    if (status !== 'success') this.note('onError', `Call Failed: ${String(result)}`);
    else if (typeof result !== 'object' || result === null) throw new TypeError('a 403 with success needs an object');
    else if ('pin' in result) this.note('onSetup', field(result, 'guest_pin') === 'none' ? 'optional' : 'required');
    return false;
  }

  private openEvents(): void {
    this.stream = this.requests.events();
    this.stream.onerror = () => this.note('streamError');
    const names = ['participant_sync_begin', 'participant_create', 'participant_sync_end', 'participant_update',
      'participant_delete', 'conference_update', 'layout', 'stage', 'message_received', 'presentation_start',
      'presentation_stop', 'disconnect', 'call_disconnected', 'refresh_token', 'new_candidate']; // prettier-ignore
    for (const name of names) {
      this.stream.addEventListener(name, (event: MessageEvent<string>) => {
        const data: unknown = JSON.parse(event.data);
        this.note(name, data);
        if (name === 'refresh_token') void this.refresh();
        else this.onEvent(name, data);
      });
    }
  }
}

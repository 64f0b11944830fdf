import { EventChannel } from './event-channel';
import { Requests, type Reply, type RequestOptions } from './requests';
import type { PexRtcSettings } from './settings';
import { fields, text, type Fields } from './wire';

interface SessionEvents {
  onEvent(name: string, data: unknown, id: string): void;
  onRefreshed(result: Fields): void;
  /** The node refuses to go on; with its reason. */
  onRefused(reason: string): void;
  /** The node cannot be reached any more. */
  onUnreachable(): void;
}

const TOKEN_TIMEOUT_MS = 60_000;

/** One stay in a conference: the token, its refreshing, the event stream (client-api.md §2 to §4). */
export class Session {
  token: string | null = null;
  isOpen = true;
  private readonly requests: Requests;
  private readonly channel: EventChannel;
  private refreshTimer: number | undefined;

  constructor(
    readonly url: string,
    settings: PexRtcSettings,
    private readonly events: SessionEvents,
  ) {
    this.requests = new Requests({
      url,
      token: () => this.token,
      authorization: () =>
        settings.basic_username ? `Basic ${btoa(`${settings.basic_username}:${settings.basic_password ?? ''}`)}` : null,
      timeoutMs: () => settings.xhr_timeout,
      isOpen: () => this.isOpen,
      onLost: () => this.events.onUnreachable(),
    });
    this.channel = new EventChannel(
      () => `${url}events?token=${encodeURIComponent(this.token ?? '')}`,
      (name, data, id) => {
        if (name === 'refresh_token') void this.refresh();
        else events.onEvent(name, data, id);
      },
      () => events.onUnreachable(),
    );
  }

  request(path: string, options?: RequestOptions): Promise<Reply | null> {
    return this.requests.send(path, options);
  }

  requestBlocking(path: string, body: unknown): Reply | null {
    return this.requests.sendBlocking(path, body);
  }

  /** The first network failure is final, unlike with every other request. */
  requestToken(body: Fields, pin: string | null): Promise<Reply | null> {
    const headers: Record<string, string> = pin ? { pin } : {};
    return this.requests.send('request_token', { body, headers, timeoutMs: TOKEN_TIMEOUT_MS, isRetried: false });
  }

  begin(result: Fields): void {
    this.adopt(result);
    this.channel.open();
  }

  async refresh(): Promise<void> {
    const reply = await this.request('refresh_token');
    if (!reply || !this.isOpen) return;
    if (reply.status !== 200) return this.events.onRefused(text(reply.result));
    const result = fields(reply.result);
    this.adopt(result);
    this.events.onRefreshed(result);
  }

  /** Stops everything; with `release`, gives the token back by a beacon, which outlives the page. */
  close(release: Fields | null): void {
    this.isOpen = false;
    window.clearTimeout(this.refreshTimer);
    this.channel.close();
    const token = this.token;
    this.token = null;
    if (!token || !release) return;
    const body = new Blob([JSON.stringify(release)], { type: 'application/json' });
    navigator.sendBeacon(`${this.url}release_token?token=${encodeURIComponent(token)}`, body);
  }

  private adopt(result: Fields): void {
    this.token = text(result.token);
    const seconds = Number(result.expires) || 120;
    window.clearTimeout(this.refreshTimer);
    this.refreshTimer = window.setTimeout(() => void this.refresh(), (seconds * 1000) / 3);
  }
}

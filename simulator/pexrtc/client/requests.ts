import { fields, parsed } from './wire';

export interface Reply {
  status: number;
  /** The envelope's result. */
  result: unknown;
  /** The envelope's status says `success`. Nodes say so on most refusals, too. */
  isSuccess: boolean;
  event: ProgressEvent;
}

export interface RequestOptions {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  /** Zero: as long as it takes. */
  timeoutMs?: number;
  isRetried?: boolean;
}

interface Surroundings {
  url: string;
  token(): string | null;
  authorization(): string | null;
  timeoutMs(): number;
  isOpen(): boolean;
  /** A request has finally failed. */
  onLost(): void;
}

const RETRIES = 10;
const RETRY_STEP_MS = 500;

/** Requests under one conference. Network errors, 502 and 504 are retried with growing delay (pexrtc.md §10). */
export class Requests {
  constructor(private readonly surroundings: Surroundings) {}

  /** Null: the node could not be reached, or the session ended meanwhile. */
  async send(path: string, options: RequestOptions = {}): Promise<Reply | null> {
    const attempts = options.isRetried === false ? 1 : RETRIES + 1;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const reply = await this.once(path, options);
      if (reply && !(attempt < attempts && [502, 504].includes(reply.status))) return reply;
      if (!this.surroundings.isOpen()) return null;
      if (attempt < attempts) await delay(attempt * RETRY_STEP_MS);
      if (!this.surroundings.isOpen()) return null;
    }
    this.surroundings.onLost();
    return null;
  }

  /** Blocks the page. Null where the browser forbids that, as it does while a page is unloaded. */
  sendBlocking(path: string, body: unknown): Reply | null {
    const xhr = new XMLHttpRequest();
    try {
      this.open(xhr, path, { body }, false);
      xhr.send(JSON.stringify(body));
      return readReply(xhr, new ProgressEvent('load'));
    } catch {
      return null;
    }
  }

  private once(path: string, options: RequestOptions): Promise<Reply | null> {
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      this.open(xhr, path, options, true);
      xhr.timeout = options.timeoutMs ?? this.surroundings.timeoutMs();
      xhr.onload = (event) => resolve(readReply(xhr, event));
      xhr.onerror = xhr.ontimeout = xhr.onabort = () => resolve(null);
      xhr.send(options.body === undefined ? null : JSON.stringify(options.body));
    });
  }

  private open(xhr: XMLHttpRequest, path: string, options: RequestOptions, isAsync: boolean): void {
    xhr.open(options.method ?? 'POST', this.surroundings.url + path, isAsync);
    const token = this.surroundings.token();
    const authorization = this.surroundings.authorization();
    if (token) xhr.setRequestHeader('token', token);
    if (authorization) xhr.setRequestHeader('Authorization', authorization);
    if (options.body !== undefined) xhr.setRequestHeader('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(options.headers ?? {})) xhr.setRequestHeader(name, value);
  }
}

function readReply(xhr: XMLHttpRequest, event: ProgressEvent): Reply {
  const envelope = fields(parsed(xhr.responseText));
  return { status: xhr.status, result: envelope.result, isSuccess: envelope.status === 'success', event };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

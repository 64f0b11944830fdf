// Runs in the browser. How both generations of PexRTC make requests (client-api.md §1).

export interface Reply {
  http: number;
  status: unknown;
  /** Undefined when the reply has no body. */
  result: unknown;
}

export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function textField(value: unknown, name: string): string {
  const found = field(value, name);
  if (typeof found !== 'string') throw new Error(`${name} is ${JSON.stringify(found)} in ${JSON.stringify(value)}`);
  return found;
}

/** The requests of one client at one conference. The scheme is https, whatever the page's own. */
export class Requests {
  token: string | null = null;
  /** Everything asked, in order, as `METHOD path status`. */
  readonly made: string[] = [];
  private readonly base: string;

  constructor(node: string, alias: string) {
    this.base = `https://${node}/api/client/v2/conferences/${encodeURIComponent(alias)}`;
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, body, headers);
  }

  /** PexRTC passes an empty object to GETs too, so that they carry a content type and are preflighted. */
  get(path: string): Promise<Reply> {
    return this.send('GET', path, {}, {});
  }

  /** Blocks the page until it is answered, as hanging up does. */
  postAndBlock(path: string, body: unknown): Reply {
    const request = this.open('POST', path, false, {}, body);
    request.send(JSON.stringify(body));
    return this.read('POST', path, request);
  }

  events(): EventSource {
    return new EventSource(`${this.base}/events?token=${this.token}`);
  }

  /** The goodbye: a credentialed request with a JSON type, whose preflight must be answered with the exact origin. */
  releaseByBeacon(body: unknown): boolean {
    const json = new Blob([JSON.stringify(body)], { type: 'application/json' });
    return navigator.sendBeacon(`${this.base}/release_token?token=${this.token}`, json);
  }

  private send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Reply> {
    const request = this.open(method, path, true, headers, body);
    return new Promise((resolve, reject) => {
      request.onload = () => resolve(this.read(method, path, request));
      // Also what a reply without CORS headers looks like.
      request.onerror = () => reject(new Error(`network error at ${method} ${path}`));
      request.send(body === undefined ? null : JSON.stringify(body));
    });
  }

  private open(method: string, path: string, isAsync: boolean, headers: Record<string, string>, body: unknown) {
    const request = new XMLHttpRequest();
    request.open(method, `${this.base}/${path}`, isAsync);
    if (this.token !== null) request.setRequestHeader('token', this.token);
    if (body !== undefined) request.setRequestHeader('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    return request;
  }

  private read(method: string, path: string, request: XMLHttpRequest): Reply {
    this.made.push(`${method} ${path} ${request.status}`);
    const body: unknown = request.responseText === '' ? undefined : JSON.parse(request.responseText);
    return { http: request.status, status: field(body, 'status'), result: field(body, 'result') };
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

type Row = Record<string, unknown>;

/** A Management Node of a test's own that speaks real HTTP: lists to read, and what was asked of it. */
export interface TestManagementNode {
  url: string;
  /** Rows by list, for example `status/v1/participant`. */
  lists: Map<string, Row[]>;
  /** Every request, as `GET status/v1/conference/?name=…`, decoded. */
  asked: string[];
  /** Bodies of what was sent, by path. */
  sent: { path: string; body: Row }[];
  /** What a request is answered instead, and when: a status, or null for what it asks for. */
  refuse: (path: string) => number | null | Promise<number | null>;
  /** As one that does not know our filters: it lists everything, whatever is asked. */
  ignoresFilters: boolean;
  /** As one that has its own order, whatever is asked. */
  ignoresOrder: boolean;
  /** The most rows that it gives at once, however many are asked for. */
  mostRows: number;
  /** As an outage: the port is closed. `open` opens the same one again. */
  close(): Promise<void>;
  open(): Promise<void>;
}

const CREDENTIALS = { username: 'mayfly', password: 'dev-management-password' };

/** The settings that point Mayfly at it. */
export function managementSettings({ url }: TestManagementNode): Record<string, string> {
  return {
    MANAGEMENT_URL: url,
    MANAGEMENT_USERNAME: CREDENTIALS.username,
    MANAGEMENT_PASSWORD: CREDENTIALS.password,
  };
}

export async function startManagementNode(): Promise<TestManagementNode> {
  const lists: TestManagementNode['lists'] = new Map();
  let server: Server;
  let port = 0;
  const node: TestManagementNode = {
    url: '',
    lists,
    asked: [],
    sent: [],
    refuse: () => null,
    ignoresFilters: false,
    ignoresOrder: false,
    mostRows: Infinity,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
    async open() {
      // Who asked may be killed meanwhile.
      server = createServer(
        (request, response) => void answer(node, request, response).catch(() => response.destroy()),
      );
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      const address = server.address();
      port = typeof address === 'object' && address ? address.port : 0;
      node.url = `http://127.0.0.1:${port}`;
    },
  };
  await node.open();
  return node;
}

/** Has it know these names, by the list: themes are `ivr_theme`. */
export function setNames({ lists }: TestManagementNode, names: Record<string, readonly string[]>): void {
  for (const [list, all] of Object.entries(names)) {
    lists.set(
      `configuration/v1/${list}`,
      all.map((name) => ({ name })),
    );
  }
}

async function answer(node: TestManagementNode, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = url.pathname.replace('/api/admin/', '');
  node.asked.push(`${request.method} ${path}${decodeURIComponent(url.search)}`);
  const basic = Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64');
  const status = request.headers.authorization === `Basic ${basic}` ? await node.refuse(path) : 401;
  if (status) return void response.writeHead(status, { Location: '/accounts/login/' }).end();
  if (!path.endsWith('/')) return void response.writeHead(404).end();
  response.setHeader('Content-Type', 'application/json');
  if (request.method === 'GET') {
    const rows = node.lists.get(path.slice(0, -1));
    const found = rows && page(rows, url, node);
    return void (found ? response.end(JSON.stringify(found)) : response.writeHead(404).end());
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as Row;
  node.sent.push({ path, body });
  const kind = /^command\/v1\/(conference|participant)\/disconnect\/$/.exec(path)?.[1];
  if (kind && !takeOff(node, `status/v1/${kind}`, body[`${kind}_id`])) {
    const words = { disconnect: { [`${kind}_id`]: [`Failed to find ${kind}.`] } };
    return void response.writeHead(400).end(JSON.stringify(words));
  }
  response.writeHead(202).end('{"status":"success"}');
}

/** False when the list had no such row. */
function takeOff({ lists }: TestManagementNode, list: string, id: unknown): boolean {
  const rows = lists.get(list) ?? [];
  const others = rows.filter((row) => row.id !== id);
  lists.set(list, others);
  return others.length < rows.length;
}

/** The list envelope of management-api.md §1, with the filters we use. */
function page(all: Row[], url: URL, { ignoresFilters, ignoresOrder, mostRows }: TestManagementNode) {
  const { limit: wanted = '20', offset = '0', order_by: order, ...filters } = Object.fromEntries(url.searchParams);
  const limit = Math.min(Number(wanted), mostRows);
  const rows = all.filter(
    (row) => ignoresFilters || Object.entries(filters).every(([filter, value]) => matches(row, filter, value)),
  );
  if (order && !ignoresFilters && !ignoresOrder) rows.sort((a, b) => (String(a[order]) < String(b[order]) ? -1 : 1));
  const end = Number(offset) + limit;
  url.searchParams.set('offset', String(end));
  const next = end < rows.length ? `${url.pathname}${url.search}` : null;
  return { meta: { limit, next, total_count: rows.length }, objects: rows.slice(Number(offset), end) };
}

function matches(row: Row, filter: string, wanted: string): boolean {
  const [field = '', operator] = filter.split('__');
  const value = String(row[field] ?? '');
  if (operator === 'startswith') return value.startsWith(wanted);
  if (operator === 'gte') return value >= wanted;
  if (operator === 'lt') return value < wanted;
  return operator === 'in' ? wanted.split(',').includes(value) : value === wanted;
}

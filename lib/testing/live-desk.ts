import { LIVE_CHANNEL } from '@/lib/live/live-channel';
import { applyChanges, type LiveChanges, type LiveList, type LiveMeeting } from '@/lib/live/live-meeting';
import { liveStream } from '@/lib/live/live-stream';
import { pool } from '@/lib/db/client';

/** A desk as a browser keeps it, from the server-sent events of `/api/live`. */
export interface LiveDesk {
  list: LiveList | null;
  lastEventId: string | null;
  /** How many messages of each kind came. */
  snapshots: number;
  changes: number;
  isOpen: boolean;
}

/** A desk that is not open yet; `before` for one that connects again. */
export function newDesk(before: Partial<LiveDesk> = {}): LiveDesk {
  return { list: null, lastEventId: null, snapshots: 0, changes: 0, isOpen: true, ...before };
}

/** Reads a stream into a desk until either ends. Trusts what it reads: the server under test wrote it. */
export async function readInto(desk: LiveDesk, body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .getReader();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) takeMessage(desk, message);
    }
  } catch {
    // Aborted, or the server is gone: the same to a browser.
  }
  desk.isOpen = false;
}

function takeMessage(desk: LiveDesk, message: string): void {
  const [, id, event, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(message) ?? [];
  if (!id || !data) return;
  if (event === 'snapshot') {
    desk.list = JSON.parse(data) as LiveList;
    desk.snapshots += 1;
  } else if (desk.list) {
    desk.list = applyChanges(desk.list, JSON.parse(data) as LiveChanges);
    desk.changes += 1;
  }
  desk.lastEventId = id;
}

/** A desk on this process's stream; with `before` one that connects again. */
export function openDesk(before?: LiveDesk): LiveDesk & { abort: () => void } {
  const abort = new AbortController();
  const desk = newDesk({ ...before, isOpen: true, snapshots: 0, changes: 0 });
  const headers = desk.lastEventId ? { 'Last-Event-ID': desk.lastEventId } : undefined;
  void readInto(desk, liveStream(new Request('http://instance/api/live', { headers, signal: abort.signal })).body!);
  return Object.assign(desk, { abort: () => abort.abort() });
}

export function meetingOf(desk: LiveDesk, alias: string): LiveMeeting | undefined {
  return desk.list?.meetings.find((meeting) => meeting.alias === alias);
}

export function namesIn(desk: LiveDesk, alias: string): string[] | undefined {
  return meetingOf(desk, alias)?.people.map(({ displayName }) => displayName);
}

/** Tells all instances that a conference changed, as whoever writes its rows does. */
export async function tellOf(serviceName: string): Promise<void> {
  await pool().query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify({ serviceName })]);
}

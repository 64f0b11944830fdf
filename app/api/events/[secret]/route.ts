import { EVENTS_PATH, receiveEvents } from '@/lib/events/receive-events';
import { serveWire } from '@/lib/http/wire';

interface Context {
  params: Promise<{ secret: string }>;
}

// As for /api/events itself. The secret is handed on beside the request: its path is kept in captures.
async function serve(request: Request, { params }: Context): Promise<Response> {
  const { secret } = await params;
  return serveWire(request, (wire) => receiveEvents({ ...wire, path: EVENTS_PATH }, secret));
}

export { serve as DELETE, serve as GET, serve as PATCH, serve as POST, serve as PUT };

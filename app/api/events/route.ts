import { receiveEvents } from '@/lib/events/receive-events';
import { serveWire } from '@/lib/http/wire';

// server.ts answers this path before Next; this is the same sink for hosts that cannot run a custom server.
const serve = (request: Request) => serveWire(request, receiveEvents);

export { serve as DELETE, serve as GET, serve as PATCH, serve as POST, serve as PUT };

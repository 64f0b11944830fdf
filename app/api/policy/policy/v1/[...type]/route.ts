import { serveWire } from '@/lib/http/wire';
import { answerPolicy } from '@/lib/policy/answer-policy';

// server.ts answers these paths before Next sees them; this is for hosts that cannot run it.
const serve = (request: Request) => serveWire(request, answerPolicy);

export const dynamic = 'force-dynamic';
// OPTIONS too: Next would answer it by itself, and not with 405.
export { serve as GET, serve as POST, serve as PUT, serve as PATCH, serve as DELETE, serve as OPTIONS, serve as HEAD };

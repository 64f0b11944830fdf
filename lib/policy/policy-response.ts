import { jsonWire, type WireResponse } from '@/lib/http/wire';
import type { PolicyAnswer } from './policy-answer';

// Answers as nodes read them (policy-api.md §1). `decision` and `reason` are keys of ours: a node ignores them, but writes
// them to its support log, where an administrator looks for why someone was refused.

export function writeAnswer({ content, reason }: PolicyAnswer, decisionId: string): WireResponse {
  switch (content.kind) {
    case 'envelope':
      return jsonWire(200, { status: 'success', ...content.envelope, reason, decision: decisionId });
    case 'no-opinion':
      return jsonWire(404, { status: 'success', action: 'continue', reason, decision: decisionId });
    case 'no-picture':
      return { status: 404, headers: { 'Cache-Control': 'no-store' }, body: '' };
    case 'picture':
      return { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: content.jpeg };
  }
}

/** We cannot decide: said at once, so that the node falls back now and not after its five seconds. */
export function cannotDecide(reason: string, decisionId: string): WireResponse {
  return jsonWire(503, { status: 'failed', reason, decision: decisionId });
}

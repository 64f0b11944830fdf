import { cutText } from '@/lib/db/cut-text';
import type { Decision } from './decision';

/** What the columns hold: whatever a caller sends is recorded as far as it goes. */
const LENGTHS = {
  alias: 250,
  location: 250,
  node: 100,
  version: 50,
  protocol: 30,
  caller: 250,
  callerAlias: 250,
  reason: 250,
} as const;
const CUT = Object.entries(LENGTHS) as [keyof typeof LENGTHS, number][];

export function cutToColumns(decision: Decision): void {
  for (const [field, length] of CUT) {
    if (decision[field].length > length) decision[field] = cutText(decision[field], length);
  }
}

/**
 * Whether this leg alone is nobody to us: a browser's control leg, without the leg that has its media (event-sink.md §5).
 */
export function isControl({ protocol, hasMedia }: { protocol: string | null; hasMedia: boolean }): boolean {
  return !hasMedia && protocol === 'API';
}

/** A place in the sequence of changes: of which process (or rather: which sequence), and how many there had been. */
export interface LivePosition {
  epoch: string;
  version: number;
}

/** The `id` of a server-sent event. */
export function writePosition({ epoch, version }: LivePosition): string {
  return `${epoch}-${version}`;
}

/** Null for what no process of ours has written. */
export function readPosition(text: string | null): LivePosition | null {
  const [, epoch, version] = /^([0-9a-f]{1,32})-(\d{1,15})$/.exec(text ?? '') ?? [];
  return epoch && version ? { epoch, version: Number(version) } : null;
}

/** What is being said, as text: a line that is still growing, or a finished one. */
export interface Caption {
  text: string;
  isFinal: boolean;
  /** Who says it; empty where the node does not tell. */
  speakerId: string;
  /** When it was heard, in ms since the epoch by this browser's clock: the wire says no time. */
  atMs: number;
}

const LINES_SHOWN = 3;
/** Time enough to read a line twice. */
const SHOWN_MS = 6_000;

/** The newest lines: one that grows takes the place of what was there of it before, whoever else speaks meanwhile. */
export function withCaption(captions: readonly Caption[], caption: Caption): readonly Caption[] {
  const lines = captions.map((line) => (!line.isFinal && line.speakerId === caption.speakerId ? caption : line));
  return (lines.includes(caption) ? lines : [...lines, caption]).slice(-LINES_SHOWN);
}

/** Those that are still to be read. What was said before a silence must not stand there as if it were said now. */
export function captionsOnShow(captions: readonly Caption[], nowMs: number): readonly Caption[] {
  return captions.filter(({ atMs }) => nowMs - atMs < SHOWN_MS);
}

/** What is being said, as text: a line that is still growing, or a finished one. */
export interface Caption {
  text: string;
  isFinal: boolean;
}

const LINES_SHOWN = 3;

/** The lines on show: one that grows takes the place of what was there of it before. */
export function withCaption(captions: readonly Caption[], caption: Caption): readonly Caption[] {
  const settled = captions.filter(({ isFinal }) => isFinal);
  return [...settled, caption].slice(-LINES_SHOWN);
}

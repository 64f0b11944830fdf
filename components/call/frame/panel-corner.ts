/** Where a panel rests, by the direction of its words: `start` is the left in English and the right in Arabic. */
export const panelCorners = ['bottom-end', 'bottom-start', 'top-start', 'top-end'] as const;
export type PanelCorner = (typeof panelCorners)[number];

type Block = 'top' | 'bottom';
type Inline = 'start' | 'end';

const split = (corner: PanelCorner) => corner.split('-') as [Block, Inline];
const other = { top: 'bottom', bottom: 'top', start: 'end', end: 'start' } as const;

export function parseCorner(text: string | null): PanelCorner | null {
  return panelCorners.find((corner) => corner === text) ?? null;
}

/** The corner for a panel whose middle was let go here, in CSS pixels from the upper left of the page's visible part. */
export function nearestCorner(
  middle: { x: number; y: number },
  page: { width: number; height: number },
  direction: 'ltr' | 'rtl',
): PanelCorner {
  const block: Block = middle.y < page.height / 2 ? 'top' : 'bottom';
  const isLeft = middle.x < page.width / 2;
  return `${block}-${isLeft === (direction === 'ltr') ? 'start' : 'end'}`;
}

/** Once around, for whoever presses instead of pulling. */
export function nextCorner(corner: PanelCorner): PanelCorner {
  return panelCorners[(panelCorners.indexOf(corner) + 1) % panelCorners.length] ?? corner;
}

/** Where an arrow key takes the panel; null for every other key. */
export function cornerByKey(key: string, corner: PanelCorner, direction: 'ltr' | 'rtl'): PanelCorner | null {
  const [block, inline] = split(corner);
  const left: Inline = direction === 'ltr' ? 'start' : 'end';
  switch (key) {
    case 'ArrowUp':
      return `top-${inline}`;
    case 'ArrowDown':
      return `bottom-${inline}`;
    case 'ArrowLeft':
      return `${block}-${left}`;
    case 'ArrowRight':
      return `${block}-${other[left]}`;
    default:
      return null;
  }
}

/** The corner as the eye sees it, for words. */
export function seenCorner(corner: PanelCorner, direction: 'ltr' | 'rtl') {
  const [block, inline] = split(corner);
  const isLeft = (inline === 'start') === (direction === 'ltr');
  if (block === 'top') return isLeft ? 'topLeft' : 'topRight';
  return isLeft ? 'bottomLeft' : 'bottomRight';
}

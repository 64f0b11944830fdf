import { shapesOf, type View } from './layout-shapes';

/** A gap between the pictures, in the drawing's own units. */
const GAP = 0.5;

/** How a layout divides the screen. Decoration: its words stand beside it. */
export function LayoutPreview({ view, className = '' }: { view: View; className?: string }) {
  const { mains, pips } = shapesOf(view);
  return (
    <svg viewBox="-1 -1 66 38" aria-hidden="true" focusable="false" className={className}>
      <rect x="-1" y="-1" width="66" height="38" rx="2.5" className="fill-stage" />
      {mains.map((shape, index) => (
        <Picture key={index} {...shape} className="fill-accent" />
      ))}
      {pips.map((shape, index) => (
        <Picture key={index} {...shape} className="fill-on-stage-soft" />
      ))}
    </svg>
  );
}

type PictureProps = { x: number; y: number; width: number; height: number; className: string };

function Picture({ x, y, width, height, className }: PictureProps) {
  return (
    <rect x={x + GAP} y={y + GAP} width={width - 2 * GAP} height={height - 2 * GAP} rx="0.8" className={className} />
  );
}

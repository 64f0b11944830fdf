// Each ring is the one below it, smaller; contour lines never cross, so the summits keep clear of the shoulder.
const SHOULDER = [1, 0.92, 0.84];
const SUMMIT = [0.46, 0.36, 0.27, 0.18, 0.09];
const KNOLL = [0.21, 0.14, 0.07];

const RING =
  'M-290 -10C-296 -92 -196 -104 -128 -128 -52 -156 14 -190 108 -168 196 -148 262 -112 284 -34 304 38 254 104 172 118 96 132 48 96 -30 108 -120 122 -284 96 -290 -10Z';

/** A hill of this coast in contour lines, two summits on one shoulder, for the head of a page. */
export function ContourLines({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 640 320"
      preserveAspectRatio="xMaxYMid meet"
      className={className}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <g className="stroke-art-hill-line" strokeWidth="1.250">
        {SHOULDER.map((size) => (
          <Ring key={size} x={350} y={176} size={size} />
        ))}
        {SUMMIT.map((size) => (
          <Ring key={size} x={442 + (0.46 - size) * 60} y={164 - (0.46 - size) * 30} size={size} />
        ))}
        {KNOLL.map((size) => (
          <Ring key={size} x={216} y={188} size={size} />
        ))}
      </g>
      <path className="fill-art-hill-line" d="M465 147l6 10h-12Z" />
    </svg>
  );
}

function Ring({ x, y, size }: { x: number; y: number; size: number }) {
  return <path d={RING} transform={`translate(${x} ${y}) scale(${size})`} vectorEffect="non-scaling-stroke" />;
}

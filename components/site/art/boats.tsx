type Placed = { transform: string };

/** A small sloop under sail, waterline at y = 0, about 60 units long. */
export function Sloop({ transform }: Placed) {
  return (
    <g transform={transform}>
      <path className="fill-art-wall" d="M-2 -84V-14H-34C-26 -36 -14 -62 -2 -84Z" />
      <path className="fill-art-wall-rose" d="M3 -78C16 -58 24 -36 27 -15H3Z" />
      <path className="stroke-art-hull" strokeWidth="2" d="M0 -92V-10" />
      <path className="fill-art-hull" d="M-36 -10H32C28 -3 22 0 14 0H-22C-29 0 -34 -4 -36 -10Z" />
      <Ripple width={80} />
    </g>
  );
}

/** A fishing boat with its wheelhouse forward, waterline at y = 0, about 110 units long. */
export function FishingBoat({ transform }: Placed) {
  return (
    <g transform={transform}>
      <path className="fill-none stroke-art-hull" strokeWidth="2" d="M-6 -20V-66L-48 -24M-6 -60 44 -28M-6 -44H-28" />
      <path className="fill-art-wall" d="M4 -46H32V-20H4Z" />
      <path className="fill-art-window" d="M9 -41h7v9h-7ZM20 -41h7v9h-7Z" />
      <path className="fill-art-roof" d="M0 -50H36V-45H0Z" />
      <path
        className="fill-art-signal"
        d="M-56 -22C-30 -17 20 -17 58 -30 55 -14 48 -3 38 0H-42C-50 -4 -55 -12 -56 -22Z"
      />
      <path className="fill-art-wall" d="M-56 -22C-30 -17 20 -17 58 -30L57 -25C20 -12 -30 -12 -55.500 -17Z" />
      <Ripple width={130} />
    </g>
  );
}

/** An open rowing boat on its mooring, waterline at y = 0, about 44 units long. */
export function Dinghy({ transform, clay = false }: Placed & { clay?: boolean }) {
  return (
    <g transform={transform}>
      <path
        className={clay ? 'fill-art-signal' : 'fill-art-hull'}
        d="M-22 -9H22C20 -3 16 0 11 0H-12C-17 0 -21 -3 -22 -9Z"
      />
      <path className="stroke-art-wall" strokeWidth="2" d="M-22 -9H22" />
      <Ripple width={54} />
    </g>
  );
}

function Ripple({ width }: { width: number }) {
  const half = width / 2;
  return (
    <path
      className="stroke-art-sea-line"
      strokeWidth="2"
      strokeLinecap="round"
      d={`M${-half} 4H${half * 0.7}M${-half * 0.5} 10H${half * 0.9}`}
    />
  );
}

// Stroked ever wider, the same coastline gives its own depth contours.
const COAST =
  'M236 -20C262 40 206 62 222 104 234 136 292 128 300 166 307 200 250 206 240 240 232 268 262 284 304 294 346 306 336 344 298 360 262 376 250 398 264 424L276 500';

const TOWNS = [
  { name: 'Penmarrow', x: 222, y: 100 },
  { name: 'St Branoc', x: 300, y: 168 },
  { name: 'Kellan Quay', x: 239, y: 242 },
  { name: 'Orriston', x: 326, y: 322 },
];

const SOUNDINGS = [
  [392, 70, '12'],
  [470, 132, '21'],
  [330, 48, '7'],
  [420, 236, '9'],
  [506, 268, '26'],
  [400, 404, '14'],
  [336, 420, '6'],
  [478, 350, '18'],
  [512, 44, '33'],
] as const;

/** A chart of the coast and its four harbour towns, drawn as mariners' charts are: tinted shallows, depths, a rose. */
export function CoastChart({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 560 460"
      className={className}
      fill="none"
      role="img"
      aria-label="Chart of our coast: from north to south Penmarrow, St Branoc, Kellan Quay and Orriston"
    >
      <rect className="fill-art-sea-deep" width="560" height="460" />
      <path className="stroke-art-sea" strokeWidth="330" d={COAST} />
      <path className="stroke-art-sea-line" strokeWidth="190" strokeOpacity=".38" d={COAST} />
      <path className="stroke-art-sea-line" strokeWidth="90" strokeOpacity=".55" d={COAST} />
      <path className="fill-art-hill stroke-art-stone-line" strokeWidth="2" d={`${COAST}H-20V-20Z`} />
      <path
        className="stroke-art-hill-line"
        strokeWidth="1.500"
        d="M176 -10C196 50 150 74 160 120 170 160 226 150 228 176 230 196 182 210 176 246 172 286 214 306 236 322 226 346 196 380 204 420L210 470M120 -10C134 60 92 92 104 140 116 184 150 186 148 204 132 230 112 240 114 270 118 320 160 330 166 350 152 380 138 400 146 470M64 -10C76 70 36 110 50 166 62 206 76 210 68 236 50 262 48 290 60 320 76 350 92 360 88 384 78 410 76 430 82 470"
      />
      <CompassRose />
      <g className="fill-ink-soft font-display italic" fontSize="17" aria-hidden="true">
        {SOUNDINGS.map(([x, y, depth]) => (
          <text key={`${x} ${y}`} x={x} y={y}>
            {depth}
          </text>
        ))}
      </g>
      {TOWNS.map((town) => (
        <g key={town.name} aria-hidden="true">
          <circle className="fill-art-signal stroke-art-wall" strokeWidth="2.500" cx={town.x} cy={town.y} r="7" />
          <text className="fill-ink font-sans font-semibold" fontSize="19" x={town.x + 16} y={town.y + 6}>
            {town.name}
          </text>
        </g>
      ))}
    </svg>
  );
}

function CompassRose() {
  return (
    <g transform="translate(78 96)" aria-hidden="true">
      <circle className="stroke-ink-soft" strokeWidth="1.250" r="40" />
      <circle className="stroke-ink-soft" strokeWidth="1.250" strokeDasharray="1 5.980" r="46" />
      <path className="fill-ink-soft" d="M0 -38 6 0H-6ZM0 38 6 0H-6Z" />
      <path
        className="stroke-ink-soft"
        strokeWidth="1.250"
        d="M-38 0-6 0M38 0H6M-22 -22-6 -6M22 -22 6 -6M-22 22-6 6M22 22 6 6"
      />
      <text className="fill-ink-soft font-display" fontSize="17" textAnchor="middle" y="-52">
        N
      </text>
    </g>
  );
}

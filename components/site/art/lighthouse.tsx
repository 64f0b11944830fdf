/** The light at the end of the arm: 172 units tall, standing on y = 0 with its axis at x = 0. */
export function Lighthouse({ transform }: { transform: string }) {
  return (
    <g transform={transform}>
      <path className="fill-art-wall" d="M-12 -146H12L20 0H-20Z" />
      <path className="fill-art-signal" d="M-14.100 -108H14.100L16.300 -68H-16.300ZM-18.200 -32H18.200L20 0H-20Z" />
      <path className="fill-art-roof" d="M-4.500 -16a4.500 4.500 0 0 1 9 0V0h-9ZM-3 -98h6v11h-6ZM-3 -56h6v11h-6Z" />
      <path className="fill-art-roof" d="M-19 -149H19V-144H-19Z" />
      <rect className="fill-art-glow" x="-8" y="-166" width="16" height="17" />
      <path
        className="fill-none stroke-art-roof"
        strokeWidth="1.500"
        d="M-8 -166V-149M0 -166V-149M8 -166V-149M-18 -149V-157H18V-149"
      />
      <path className="fill-art-signal" d="M-11 -166C-9 -176 -4 -181 0 -182 4 -181 9 -176 11 -166Z" />
      <path className="stroke-art-roof" strokeWidth="1.500" d="M0 -182V-190" />
    </g>
  );
}

/** The light's two beams, for behind everything that stands nearer. By day the colour is transparent. */
export function LighthouseBeam({ transform }: { transform: string }) {
  return (
    <g transform={transform}>
      {(['left', 'right'] as const).map((side) => (
        <linearGradient
          key={side}
          id={`beam-${side}`}
          className="text-art-beam"
          gradientUnits="userSpaceOnUse"
          x1="0"
          x2={side === 'left' ? -560 : 560}
          y1="0"
          y2="0"
        >
          <stop stopColor="currentColor" />
          <stop offset="1" stopColor="currentColor" stopOpacity="0" />
        </linearGradient>
      ))}
      <path fill="url(#beam-left)" d="M0 -157 -560 -226V-104Z" />
      <path fill="url(#beam-right)" d="M0 -157 560 -226V-104Z" />
    </g>
  );
}

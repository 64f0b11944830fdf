import { Dinghy } from './boats';

/** Open water, a buoy that nobody is tied to, and a dinghy adrift: for the page that is not there. */
export function EmptyMooring({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 1440 160"
      preserveAspectRatio="xMidYMax slice"
      className={className}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className="fill-art-sea" d="M0 74C220 62 380 82 620 72S1060 62 1440 76V160H0Z" />
      <path
        className="stroke-art-sea-line"
        strokeWidth="2"
        strokeLinecap="round"
        d="M120 96h90M420 92h60M980 90h120M1260 100h70M640 90h44"
      />
      <path className="fill-art-signal" d="M596 98 604 60H616L624 98Z" />
      <path className="fill-art-glow" d="M605 52h10v8h-10Z" />
      <path className="fill-art-sea-deep" d="M0 112C200 100 420 116 660 106S1120 104 1440 112V160H0Z" />
      <path
        className="stroke-art-sea-line"
        strokeWidth="2"
        strokeLinecap="round"
        d="M582 102h60M220 132h130M520 140h90M900 138h150M1180 126h80"
      />
      <Dinghy transform="translate(842 116) rotate(-5) scale(1.300)" clay />
    </svg>
  );
}

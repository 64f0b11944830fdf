import { Dinghy, FishingBoat, Sloop } from './boats';
import { HarbourTown } from './harbour-town';
import { Lighthouse, LighthouseBeam } from './lighthouse';

const LIGHT = 'translate(1012 320)';

/**
 * The harbour from the water, edge to edge. What matters lies between x = 380 and x = 1060, which is all that a phone
 * shows of it.
 */
export function HarbourPanorama({ className = '' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 1440 420"
      preserveAspectRatio="xMidYMax slice"
      className={className}
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="fill-art-sun" cx="1196" cy="130" r="40" />
      <Gulls />
      <Land />
      <LighthouseBeam transform={LIGHT} />
      <rect className="fill-art-sea" y="296" width="1440" height="124" />
      <path
        className="stroke-art-sea-line"
        strokeWidth="2"
        strokeLinecap="round"
        d="M1100 308h54M1178 312h90M1310 306h70M1080 322h30M1330 326h80M20 312h60M110 320h90"
      />
      <Sloop transform="translate(1250 322) scale(.92)" />
      <Sloop transform="translate(1374 306) scale(.46)" />
      <NearHill />
      <HarbourTown />
      <Quay />
      <Lighthouse transform={LIGHT} />
      <Water />
      <Dinghy transform="translate(352 376)" clay />
      <Dinghy transform="translate(446 392)" />
      <FishingBoat transform="translate(690 378)" />
      <Dinghy transform="translate(856 396) scale(.9)" clay />
      <Buoy />
    </svg>
  );
}

function Gulls() {
  return (
    <path
      className="stroke-ink-soft"
      strokeWidth="2"
      strokeLinecap="round"
      d="M842 96q8 -9 14 0q7 -8 14 -1M896 128q6 -7 11 0q6 -6 11 -1M786 138q5 -6 9 0q5 -5 9 -1"
    />
  );
}

function Land() {
  return (
    <g>
      <path
        className="fill-art-hill-far"
        d="M640 300C760 226 850 204 960 222 1080 242 1130 214 1216 196 1290 181 1370 196 1440 176V300Z"
      />
      <path
        className="stroke-art-hill-line"
        strokeWidth="1.500"
        d="M742 300C830 246 890 230 970 244 1080 263 1140 238 1222 222 1300 207 1370 218 1440 200M860 300C900 272 930 264 984 270 1080 280 1150 262 1230 248 1304 236 1370 242 1440 226M1060 300C1120 290 1180 284 1240 274 1310 262 1380 266 1440 254"
      />
    </g>
  );
}

function NearHill() {
  return (
    <g>
      <path
        className="fill-art-hill"
        d="M0 340V214C90 186 170 206 270 178 370 150 470 140 560 152 680 168 760 222 830 306V340Z"
      />
      <path
        className="stroke-art-hill-line"
        strokeWidth="1.500"
        d="M0 238C90 210 176 230 276 202 376 174 476 162 560 176 660 192 730 238 790 306M0 262C94 236 184 254 284 228 376 204 476 188 556 200 640 214 700 252 746 306M0 286C98 262 192 278 304 250M0 310C100 288 200 302 304 278"
      />
    </g>
  );
}

/** The quay and the arm that shelters the harbour, with its courses of stone. */
function Quay() {
  return (
    <g>
      <path className="fill-art-stone" d="M0 322 292 300H862L888 320H1062V372H0Z" />
      <path
        className="stroke-art-stone-line"
        strokeWidth="1.500"
        d="M0 330 292 309H858L884 329H1062M0 342 292 322H866L882 340H1062M330 309v13M420 309v13M510 309v13M600 309v13M690 309v13M780 309v13M376 322v16M466 322v16M556 322v16M646 322v16M736 322v16M816 322v16M930 329v11M980 329v11M1030 329v11"
      />
      <path className="fill-art-roof" d="M880 312h6v9h-6ZM940 312h6v9h-6Z" />
    </g>
  );
}

function Water() {
  return (
    <g>
      <path
        className="fill-art-sea-deep"
        d="M0 350C160 340 240 346 400 344S760 346 900 346 1080 352 1180 348 1360 340 1440 344V420H0Z"
      />
      <path
        className="stroke-art-sea-line"
        strokeWidth="2"
        strokeLinecap="round"
        d="M40 372h90M168 386h140M520 362h70M548 402h110M790 368h40M930 376h120M1096 366h80M1140 392h150M1320 374h84M230 364h50"
      />
    </g>
  );
}

function Buoy() {
  return (
    <g>
      <path className="fill-art-signal" d="M1084 380 1090 352H1098L1104 380Z" />
      <path className="fill-art-glow" d="M1090 346h8v6h-8Z" />
      <path className="stroke-art-sea-line" strokeWidth="2" strokeLinecap="round" d="M1074 383h42M1084 389h38" />
    </g>
  );
}

/** What a call looks like: someone of ours, and in the corner the leak the caller is showing them. */
export function CallSketch({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 360 430" className={className} fill="none" aria-hidden="true" focusable="false">
      <clipPath id="call-sketch-frame">
        <rect width="360" height="430" rx="22" />
      </clipPath>
      <g clipPath="url(#call-sketch-frame)">
        <rect className="fill-stage" width="360" height="430" />
        <Office />
        <Person />
        <path className="fill-stage" d="M0 344H360V430H0Z" />
        <SelfView />
        <NameTag />
        <Controls />
      </g>
    </svg>
  );
}

function Office() {
  return (
    <g>
      <rect className="fill-art-wall-blue" width="360" height="344" />
      <path className="fill-art-wall" d="M28 36H150V196H28Z" />
      <path className="fill-art-sun" d="M36 44H142V188H36Z" />
      <path className="fill-art-hill" d="M36 140C70 122 104 130 142 116V150H36Z" />
      <path className="fill-art-sea" d="M36 148H142V188H36Z" />
      <path className="fill-art-wall" d="M86 36h6v160h-6ZM28 112h122v6H28ZM62 162l9 -26v26ZM20 196H158v9H20Z" />
      <path className="fill-art-roof" d="M56 164h22l-4 6h-15Z" />
      <path className="fill-art-stone" d="M214 262H360V270H214Z" />
      <path className="fill-art-roof-clay" d="M318 226h10v36h-10Z" />
      <path className="fill-art-roof" d="M329 220h9v42h-9Z" />
      <path className="fill-art-wall-straw" d="M339 230h12v32h-12Z" />
    </g>
  );
}

function Person() {
  return (
    <g>
      <path
        className="fill-art-hair"
        d="M128 208C122 140 148 112 184 112 222 112 246 142 238 206 236 232 244 246 236 262H132C122 246 130 232 128 208Z"
      />
      <path className="fill-accent" d="M70 350C74 296 104 278 150 270H216C262 278 292 296 296 350Z" />
      <path className="fill-art-skin" d="M162 240H204V268C204 284 162 284 162 268Z" />
      <path
        className="fill-art-skin"
        d="M146 186C146 156 160 142 183 142S220 156 220 186C220 226 202 248 183 248S146 226 146 186Z"
      />
      <path
        className="fill-art-hair"
        d="M143 190C142 152 158 132 186 132 214 132 226 156 223 190 216 178 210 170 206 160 190 172 166 172 152 170 148 176 145 182 143 190Z"
      />
      <path
        className="stroke-art-hair"
        strokeWidth="3"
        strokeLinecap="round"
        d="M167 194v4M199 194v4M171 221C177 228 189 228 195 221"
      />
      <path className="stroke-on-accent" strokeOpacity=".5" strokeWidth="2.500" d="M150 271C152 300 214 300 216 271" />
    </g>
  );
}

function SelfView() {
  return (
    <g transform="translate(244 18)">
      <rect className="fill-art-wall stroke-stage" strokeWidth="3" width="98" height="128" rx="12" />
      <path
        className="stroke-art-stone-line"
        strokeWidth="1"
        d="M2 32H96M2 64H96M2 96H96M34 2V32M66 32V64M34 64V96M66 96V126"
      />
      <path className="stroke-art-stone" strokeWidth="13" d="M2 46H50a10 10 0 0 1 10 10V126" />
      <path className="fill-art-stone-line" d="M32 37h9v18h-9ZM51 76h18v9H51Z" />
      <path
        className="fill-accent"
        d="M36 60c5 8 8 12 8 17a8 8 0 0 1-16 0c0-5 3-9 8-17ZM37 100c4 6 6 9 6 12.500a6 6 0 0 1-12 0c0-3.500 2-6.500 6-12.500Z"
      />
    </g>
  );
}

function NameTag() {
  return (
    <g>
      <rect className="fill-stage" fillOpacity=".78" x="16" y="300" width="166" height="32" rx="16" />
      <circle className="fill-[#74cd98]" cx="34" cy="316" r="5" />
      <text className="fill-on-stage font-sans font-medium" fontSize="15" x="47" y="321">
        Morwenna, claims
      </text>
    </g>
  );
}

function Controls() {
  return (
    <g>
      <circle className="fill-on-stage" fillOpacity=".14" cx="122" cy="387" r="25" />
      <circle className="fill-on-stage" fillOpacity=".14" cx="180" cy="387" r="25" />
      <circle className="fill-[#c8453a]" cx="238" cy="387" r="25" />
      <g className="stroke-on-stage" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M118 381a4 4 0 0 1 8 0v6a4 4 0 0 1-8 0ZM114.500 387a7.500 7.500 0 0 0 15 0M122 395v4" />
        <path d="M170 380h13a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2ZM185 385l7-4v12l-7-4" />
        <path d="M228 390c5-5 15-5 20 0l-3 4-5-2v-3.500h-4V392l-5 2Z" />
      </g>
    </g>
  );
}

import type { Background } from './backgrounds';

export type PictureName = Exclude<Background, 'none' | 'blur-soft' | 'blur-strong'>;

// Drawn here rather than photographed: a kilobyte each, nobody's property, and soft as a lens would have them.

const soften = (id: string, by: number) =>
  `<filter id="${id}" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="${by}"/></filter>`;
const shade = (id: string, from: string, to: string) =>
  `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;

const books = (y: number, colours: string) =>
  colours
    .split(' ')
    .map((colour, i) => {
      const height = 96 + ((i * 37) % 44);
      return `<rect x="${820 + i * 32}" y="${y - height}" width="${22 + ((i * 13) % 9)}" height="${height}" rx="2" fill="#${colour}"/>`;
    })
    .join('');

const leaf = (x: number, y: number, turn: number, size: number, colour: string) =>
  `<path transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" fill="${colour}" d="M0 0C-46-50-42-142 0-210 42-142 46-50 0 0Z"/>`;
const plant = (x: number, y: number, size: number) =>
  [-62, -38, -14, 12, 36, 60].map((turn, i) => leaf(x, y, turn, size, i % 2 ? '#54786a' : '#6d9180')).join('');

const study = `${shade('w', '#efe9df', '#d9d0c1')}${soften('b', 5)}</defs><rect width="1280" height="720" fill="url(#w)"/>
<g filter="url(#b)"><rect x="90" y="70" width="330" height="400" rx="6" fill="#f8f5ee"/><rect x="112" y="92" width="286" height="356" fill="#c9dcdc"/>
<circle cx="318" cy="180" r="46" fill="#f2ddb0"/><path d="M112 340q90-80 160-30t126-40v178H112Z" fill="#8fb5af"/><path d="M112 390q120-50 286 0v58H112Z" fill="#5f8f8b"/>
<rect x="790" y="300" width="420" height="16" fill="#a98b6a"/><rect x="790" y="520" width="420" height="16" fill="#a98b6a"/>
${books(300, '4d6375 b3634a d8cfbd 0c666a efcdb8 7d95a4 4d6375 f3e2ae 8fbfbe 10273a b9ad95')}
${books(520, '8fbfbe 10273a efcdb8 b9ad95 4d6375 0c666a')}${plant(1130, 500, 0.62)}<path d="M1096 470h68l-10 52h-48Z" fill="#b3634a"/>
<rect y="640" width="1280" height="80" fill="#c3b59d"/></g>`;

const harbour = `${shade('w', '#dcebee', '#f7ead2')}${shade('s', '#9cc7c8', '#4f8c93')}${soften('b', 6)}</defs><rect width="1280" height="720" fill="url(#w)"/>
<g filter="url(#b)"><circle cx="930" cy="210" r="64" fill="#f7dca2"/><path d="M0 330q200-120 420-60t380-30 480 60v120H0Z" fill="#b9cfc8"/>
<path d="M0 370q260-90 520-30t760-20v100H0Z" fill="#8faea6"/><rect y="400" width="1280" height="320" fill="url(#s)"/>
<path d="M860 430h140M900 470h90M880 520h170" stroke="#f7e6bd" stroke-width="8" stroke-linecap="round" opacity=".7"/>
<g fill="#fffdf8"><path d="M300 250v170h110Z"/><path d="M286 290v130h-70Z"/></g><path d="M200 428h240l-36 40H236Z" fill="#4d6375"/>
<rect x="1090" y="240" width="40" height="170" fill="#fffdf8"/><rect x="1082" y="216" width="56" height="28" fill="#c4523c"/><path d="M1040 420q70-40 150 0Z" fill="#7b7f7c"/></g>`;

const garden = `${shade('w', '#e3ece4', '#bcd0c0')}${soften('b', 9)}${soften('c', 4)}</defs><rect width="1280" height="720" fill="url(#w)"/>
<g filter="url(#b)"><circle cx="250" cy="170" r="150" fill="#f4efd6"/><circle cx="1040" cy="230" r="190" fill="#a3c0a8"/><circle cx="820" cy="330" r="140" fill="#b6cdb4"/>
<circle cx="520" cy="300" r="120" fill="#c7d9c4"/><rect y="520" width="1280" height="200" fill="#9db99f"/></g>
<g filter="url(#c)">${plant(110, 740, 1.7)}${plant(1190, 760, 1.9)}<rect y="676" width="1280" height="44" fill="#b99c78"/></g>`;

const drawings: Record<PictureName, string> = { study, harbour, garden };

/** A picture of ours as an address, for an image element: 1280 × 720. */
export function pictureAddress(name: PictureName): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720" viewBox="0 0 1280 720"><defs>${drawings[name]}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

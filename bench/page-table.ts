import { median } from './figures';
import type { CallFigures } from './page-call';
import { CATEGORIES, type Category, type LighthouseRun } from './page-lighthouse';
import { judged, row, whole } from './table';

// What was measured of the site and of a call from it, as Markdown for the README. Pure.

/** Bytes, gzip. */
export interface PageSizes {
  button: number;
  panel: number;
  /** What is fetched besides when somebody goes from the lobby into the call. */
  inCall: number;
}

const SCORE_AT_LEAST = 95;
const BUTTON_KB = 5;
const PANEL_KB = 80;
const PROGRESS_MS = 300;
const PICTURE_MS = 2_000;

const TITLES: Record<Category, string> = {
  performance: 'Performance',
  accessibility: 'Accessibility',
  'best-practices': 'Best practices',
  seo: 'SEO',
};

/** Medians over the runs, with the smallest and largest of them. */
export function pageTable(runs: LighthouseRun[], calls: CallFigures[], sizes: PageSizes): string {
  const scores = CATEGORIES.map((name) => {
    const all = runs.map((run) => run.scores[name]);
    return [
      `\`/\` on a phone: ${TITLES[name]}`,
      spread(all),
      judged(`≥ ${SCORE_AT_LEAST}`, median(all) >= SCORE_AT_LEAST),
    ];
  });
  const times = (name: keyof CallFigures) => calls.map((call) => call[name]);
  const [progress, picture] = [times('progressMs'), times('pictureMs')];
  const rows = [
    ...scores,
    [
      '*Call now* to the first sign of progress, ms',
      spread(progress),
      judged(`< ${PROGRESS_MS}`, median(progress) < PROGRESS_MS),
    ],
    [
      '*Call now* to the far end’s picture, ms',
      spread(picture),
      judged(`< ${whole(PICTURE_MS)}`, median(picture) < PICTURE_MS),
    ],
    ['The button’s part of a page, KB', kb(sizes.button), judged(`≤ ${BUTTON_KB}`, sizes.button <= BUTTON_KB * 1_000)],
    ['What the click fetches, KB', kb(sizes.panel), judged(`≤ ${PANEL_KB}`, sizes.panel <= PANEL_KB * 1_000)],
    ['What *Call now* fetches besides, KB', kb(sizes.inCall), ''],
  ];
  const head = ['', 'median (range)', 'aim'];
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const STEPS = [
  ['ticketMs', 'meeting and ticket'],
  ['scriptMs', 'PexRTC'],
  ['tokenMs', 'let in by the node'],
  ['answerMs', 'offer answered'],
  ['connectedMs', 'media connected'],
  ['pictureMs', 'picture'],
] as const;

/** By when each step of the call was done, of the medians. */
export function stepsNote(calls: CallFigures[]): string {
  const steps = STEPS.map(([name, title]) => `${title} ${whole(median(calls.map((call) => call[name])))}`);
  const panel = whole(median(calls.map(({ panelMs }) => panelMs)));
  return `From the button to the lobby ${panel} ms. Since *Call now*, in ms: ${steps.join(', ')}.`;
}

function spread(all: number[]): string {
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return least === most ? whole(least) : `${whole(median(all))} (${whole(least)}–${whole(most)})`;
}

const kb = (bytes: number) => (bytes / 1_000).toFixed(1);

import type { ConferenceOptions } from '@/lib/settings/conference-settings';

type Layout = NonNullable<ConferenceOptions['layout']>;
export type View = Extract<Layout, { kind: 'same' }>['view'];
export type LectureView = Extract<Layout, { kind: 'lecture' }>['hostView'];

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture divided into cells: large pictures lie on some, small ones fill the others from the row `from` on. */
interface Plan {
  words: string;
  columns: number;
  rows: number;
  from: number;
  mains: Rectangle[];
}

const at = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });
/** Pictures of one size, with none larger. */
const equal = (words: string, side: number): Plan => ({
  ...{ words, columns: side, rows: side, from: side },
  mains: Array.from({ length: side * side }, (_, index) => at(index % side, Math.floor(index / side), 1, 1)),
});

/** How each layout divides the screen, as a sketch: who speaks is large, and the others are small beside or below. */
const PLANS: Record<View, Plan> = {
  one_main_zero_pips: { ...equal('One large', 1) },
  one_main_seven_pips: plan('One large, 7 small', 7, 5, 4, [at(0.7, 0, 5.6, 4)]),
  one_main_twentyone_pips: plan('One large, 21 small', 7, 7, 4, [at(1.5, 0, 4, 4)]),
  two_mains_twentyone_pips: plan('Two large, 21 small', 7, 7, 4, [at(0, 0.25, 3.5, 3.5), at(3.5, 0.25, 3.5, 3.5)]),
  one_main_thirtythree_pips: plan('One large, 33 small', 7, 7, 0, [at(0, 0, 4, 4)]),
  four_mains_zero_pips: equal('4 equal', 2),
  nine_mains_zero_pips: equal('9 equal', 3),
  sixteen_mains_zero_pips: equal('16 equal', 4),
  twentyfive_mains_zero_pips: equal('25 equal', 5),
  one_main_nine_around: plan('One large, 9 around', 5, 5, 0, [at(0, 0, 4, 4)]),
  one_main_twelve_around: plan('One large, 12 around', 4, 4, 0, [at(1, 1, 2, 2)]),
  two_mains_eight_around: plan('Two large, 8 around', 4, 4, 0, [at(0, 1, 2, 2), at(2, 1, 2, 2)]),
  five_mains_seven_pips: plan('Five large, 7 small', 7, 6, 5, [
    ...[7 / 6, 7 / 2].map((x) => at(x, 0, 7 / 3, 2.5)),
    ...[0, 7 / 3, 14 / 3].map((x) => at(x, 2.5, 7 / 3, 2.5)),
  ]),
};

function plan(words: string, columns: number, rows: number, from: number, mains: Rectangle[]): Plan {
  return { words, columns, rows, from, mains };
}

const isView = (name: string): name is View => name in PLANS;
export const VIEW_NAMES: readonly View[] = Object.keys(PLANS).filter(isView);

/** Infinity has no lecture with five large pictures (policy-api.md §4). */
export const LECTURE_VIEW_NAMES: readonly LectureView[] = VIEW_NAMES.filter((view) => view !== 'five_mains_seven_pips');

export function viewWords(view: View): string {
  return PLANS[view].words;
}

/** Large and small pictures of a layout, in units of a picture 64 wide and 36 high. */
export function shapesOf(view: View): { mains: Rectangle[]; pips: Rectangle[] } {
  const { columns, rows, from, mains } = PLANS[view];
  const [unitX, unitY] = [64 / columns, 36 / rows];
  const scaled = ({ x, y, width, height }: Rectangle) => at(x * unitX, y * unitY, width * unitX, height * unitY);
  const cells = Array.from({ length: columns * rows }, (_, index) =>
    at(index % columns, Math.floor(index / columns), 1, 1),
  );
  const pips = cells.filter((cell) => cell.y >= from && !mains.some((main) => covers(main, cell)));
  return { mains: mains.map(scaled), pips: pips.map(scaled) };
}

function covers(main: Rectangle, { x, y }: Rectangle): boolean {
  return x >= main.x && x < main.x + main.width && y >= main.y && y < main.y + main.height;
}

import { parseArgs } from 'node:util';
import { z } from 'zod';

const MOST_ROUNDS = 50;
const Rounds = z.coerce.number().int().min(1).max(MOST_ROUNDS);

/** How much is measured. */
export interface BenchOptions {
  rounds: number;
  /** Length of each measurement. */
  seconds: number;
  /** How many meetings the two databases hold. */
  small: number;
  large: number;
  /** How often a server is asked for as many meetings as the small database holds: before anything counts, and for growth. */
  warmUpPasses: number;
  growthPasses: number;
}

const FULL: BenchOptions = {
  ...{ rounds: 5, seconds: 4, small: 10_000, large: 1_000_000 },
  ...{ warmUpPasses: 6, growthPasses: 4 },
};
/** Shows that everything works, in a minute. Its figures mean little. */
const QUICK: BenchOptions = {
  ...{ rounds: 1, seconds: 1, small: 10_000, large: 50_000 },
  ...{ warmUpPasses: 1, growthPasses: 1 },
};

/** Reads `--rounds 7` and `--quick`. Throws with what was wrong. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string' }, quick: { type: 'boolean' } } });
  const base = values.quick ? QUICK : FULL;
  if (values.rounds === undefined) return base;
  const rounds = Rounds.safeParse(values.rounds);
  if (!rounds.success) throw new Error(`--rounds is a number from 1 to ${MOST_ROUNDS}`);
  return { ...base, rounds: rounds.data };
}

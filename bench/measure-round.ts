import { measurePasses, type Bench } from './measure';
import { measureScenarios, runServer, type BenchDatabase, type Runner } from './run-server';
import type { Round } from './table';

/**
 * Both servers in turn, then Mayfly on the small database. Every second round begins with Mayfly, so that a machine that
 * gets slower with time is no advantage to either.
 */
export async function measureRound(
  runner: Runner,
  index: number,
  databases: { small: BenchDatabase; large: BenchDatabase },
): Promise<Round> {
  const { seconds, small: passSize, growthPasses } = runner.options;
  const grow = (bench: Bench) => measurePasses(bench, passSize, growthPasses);
  const runBare = () => runServer(runner, 'bare', databases.large, (bench) => measureScenarios(bench, seconds));

  const early = index % 2 === 0 ? await runBare() : null;
  // Growth before the scenarios: on the small database, too, it is the first thing after warming up.
  const { large, mayfly } = await runServer(runner, 'mayfly', databases.large, async (bench) => ({
    large: await grow(bench),
    mayfly: await measureScenarios(bench, seconds),
  }));
  const bare = early ?? (await runBare());
  const small = await runServer(runner, 'mayfly', databases.small, grow);
  return { bare, mayfly, small, large };
}

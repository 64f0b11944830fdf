import { parseSettings } from '../settings';
import { startSimulator } from '../simulator';

/** A simulator on free ports. Without further settings it has neither policy nor event sink. */
export async function startForTest(environment: Record<string, string> = {}, lines: string[] = []) {
  const outcome = parseSettings({
    SIMULATOR_NODES: '0@Harbour',
    SIMULATOR_MANAGEMENT_PORT: '0',
    SIMULATOR_POLICY_URL: '',
    SIMULATOR_EVENT_SINK_URL: '',
    ...environment,
  });
  if (!outcome.ok) throw new Error(outcome.problems.join('; '));
  const simulator = await startSimulator(outcome.settings, (line) => lines.push(line));
  const [first, second] = simulator.nodes;
  if (!first) throw new Error('no node');
  return { ...simulator, node: first.url, secondNode: second?.url ?? '' };
}

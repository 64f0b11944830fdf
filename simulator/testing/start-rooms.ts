import { configuration, startPolicyServer } from './policy-server';
import { joinNode } from './client';
import { startForTest } from './start';

/** A simulator in which every alias is a conference of its own: hosts by PIN 1234, guests without. */
export async function startRooms(environment: Record<string, string> = {}) {
  const policy = await startPolicyServer(({ path, query }) => {
    if (!path.endsWith('/service/configuration')) return { status: 404 };
    const name = query.get('local_alias') ?? '';
    return configuration({ service_type: 'conference', name, service_tag: 't', allow_guests: true, pin: '1234' });
  });
  const simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url, ...environment });
  let number = 0;
  return {
    policy,
    simulator,
    newAlias: () => `room-${(number += 1)}`,
    joinHost: (alias: string) => joinNode(simulator.node, alias, 'Host', { pin: '1234' }),
    joinGuest: (alias: string, name = 'Guest') => joinNode(simulator.node, alias, name, { pin: 'none' }),
    stop: async () => {
      await simulator.stop();
      await policy.stop();
    },
  };
}

import { configuration, startPolicyServer, type PolicyAnswer } from './policy-server';
import { startForTest } from './start';

export const pins = { service_type: 'conference', service_tag: 'tag', allow_guests: true, pin: '1234' };
/** By the user part of what is dialled; a test may change them for a while. */
export const answers: Record<string, PolicyAnswer> = {
  open: configuration({ service_type: 'conference', name: 'Open', service_tag: 'o' }),
  pin: configuration({ ...pins, name: 'Pin' }),
  'two-pins': configuration({ ...pins, name: 'Two', guest_pin: '4321' }),
  rejected: { body: { status: 'success', action: 'reject' } },
  moved: { body: { status: 'success', action: 'redirect', result: { new_alias: 'sip:pin@example.com' } } },
  circle: { body: { status: 'success', action: 'redirect', result: { new_alias: 'sip:circle@example.com' } } },
  invalid: configuration({ ...pins, name: 'Invalid', ivr_theme_name: 'Nowhere' }),
  gateway: configuration({
    ...{ service_type: 'gateway', name: 'g', service_tag: 'g' },
    ...{ local_alias: 'a', remote_alias: 'b', outgoing_protocol: 'sip' },
  }),
  reception: configuration({ service_type: 'two_stage_dialing', name: 'Lobby', service_tag: 'l' }),
};
/** By who calls. */
const properties: Record<string, PolicyAnswer> = {
  'sip:stranger@example.com': {
    body: { status: 'success', action: 'reject', result: { reject_reason: 'Staff only' } },
  },
  'sip:agent@example.com': configuration({ preauthenticated_role: 'chair', remote_display_name: 'Agent Smith' }),
  'sip:inland@example.com': configuration({ preauthenticated_role: 'guest' }),
};

const userPart = (alias: string) => alias.replace(/^sip:|@.*$/g, '');

/** Two nodes whose policy server knows the aliases above, and three callers. */
export async function startWithDevices() {
  const policy = await startPolicyServer(({ path, query }) => {
    if (path.endsWith('/service/configuration')) {
      return answers[userPart(query.get('local_alias') ?? '')] ?? { status: 404 };
    }
    const caller = query.get('remote_alias') ?? '';
    if (path.endsWith('/participant/properties')) return properties[caller] ?? { status: 404 };
    const isInland = caller === 'sip:inland@example.com';
    return isInland ? { body: { status: 'success', result: { location: 'Inland' } } } : { status: 404 };
  });
  const lines: string[] = [];
  const nodes = '0@Harbour,0@Inland';
  const simulator = await startForTest({ SIMULATOR_POLICY_URL: policy.url, SIMULATOR_NODES: nodes }, lines);
  return {
    ...{ policy, simulator, lines },
    stop: async () => {
      await simulator.stop();
      await policy.stop();
    },
  };
}

import { describe, expect, it } from 'vitest';
import { policyMeeting } from '@/lib/testing/policy-meeting';
import { WORLD_NOW, type PolicyWorld } from '@/lib/testing/policy-world';
import { sourcesInMemory } from '@/lib/testing/sources-in-memory';
import { decidePolicy } from './decide-policy';
import { readQuestion } from './policy-question';
import type { PolicySources } from './policy-sources';

const meeting = policyMeeting();
const own = { location: 'Oslo', options: { theme: 'Fjord' } };

const NOTHING: PolicyWorld = {
  ...{ meetings: [meeting], tickets: [], settings: [], rules: [], devices: [], hasOlderNodes: false },
  policy: { requiresTickets: false, otherDevices: 'own-list' },
};

const anInstance = () => sourcesInMemory({ ...NOTHING, settings: [{ everywhere: {}, locations: [own] }] });

const asked = (query: Record<string, string>, sources = anInstance()) =>
  decidePolicy(
    readQuestion('service/configuration', new URLSearchParams({ local_alias: meeting.alias, ...query }).toString()),
    sources,
    WORLD_NOW,
  );

it.each([
  ['dial_in', 'web', 'configure'],
  ['dial_in', 'invite', 'configure'],
  ['dial_out', 'unspecified', 'configure'],
  ['dial_in', 'web_avatar_fetch', 'describe'],
  ['non_dial', 'options', 'describe'],
  ['non_dial', 'lrq', 'describe'],
])('a %s by %s is recorded as: %s', async (call_direction, trigger, outcome) => {
  expect((await asked({ call_direction, trigger })).outcome).toBe(outcome);
});

it('a look-up for a picture settles nothing: the first who calls does', async () => {
  const sources = anInstance();
  const told = async (query: Record<string, string>) => {
    const { content } = await asked(query, sources);
    return content.kind === 'envelope' ? content.envelope.result : null;
  };
  await told({ call_direction: 'dial_in', trigger: 'web_avatar_fetch', location: 'Oslo' });
  expect(sources.toldSettings(meeting.id)).toBeUndefined();
  expect(await told({ call_direction: 'dial_in', trigger: 'web', location: 'Bergen' })).not.toHaveProperty(
    'ivr_theme_name',
  );
  expect(await told({ call_direction: 'dial_in', trigger: 'web', location: 'Oslo' })).not.toHaveProperty(
    'ivr_theme_name',
  );
});

describe('a layout that older releases may not know', () => {
  const layout = { kind: 'same', view: 'nine_mains_zero_pips' } as const;
  const LATER = { view: layout.view };

  /** What a node of this release is told of the layout. */
  async function toldTo(version_id: string, sources: PolicySources, trigger = 'web') {
    const { content } = await asked({ call_direction: 'dial_in', trigger, version_id }, sources);
    const { view } = (content.kind === 'envelope' ? content.envelope.result : {}) as { view?: string };
    return view === undefined ? {} : { view };
  }

  function aWorld(changes: Partial<PolicyWorld> = {}) {
    const world = { ...NOTHING, settings: [{ everywhere: { layout }, locations: [] }], ...changes };
    return { world, sources: sourcesInMemory(world) };
  }

  it('stays with a conference that has it when an older node is seen, and that one does without', async () => {
    const { world, sources } = aWorld();
    expect(await toldTo('39', sources)).toEqual(LATER);
    world.hasOlderNodes = true;
    expect(await toldTo('39', sources)).toEqual(LATER);
    expect(await toldTo('34', sources)).toEqual({});
    expect(await toldTo('39', sources)).toEqual(LATER);
  });

  it('never comes into a conference that began without, also an hour after an older node’s last word', async () => {
    const { world, sources } = aWorld({ hasOlderNodes: true });
    expect(await toldTo('39', sources)).toEqual({});
    world.hasOlderNodes = false;
    expect(await toldTo('39', sources)).toEqual({});
  });

  it('is left out of a conference whose first caller comes by an older node', async () => {
    const { sources } = aWorld();
    expect(await toldTo('34', sources)).toEqual({});
    expect(await toldTo('39', sources)).toEqual({});
  });

  it('is settled by nobody who does not call', async () => {
    const { sources } = aWorld();
    expect(await toldTo('34', sources, 'web_avatar_fetch')).toEqual({});
    expect(await toldTo('39', sources)).toEqual(LATER);
  });
});

import { describe, expect, test } from 'vitest';
import { parseSettings } from './settings';

function settingsOf(environment: Record<string, string>) {
  const outcome = parseSettings(environment);
  if (!outcome.ok) throw new Error(outcome.problems.join('; '));
  return outcome.settings;
}

test('an empty environment is enough', () => {
  expect(settingsOf({})).toMatchObject({
    nodes: [{ port: 7080, location: 'Harbour' }],
    management: {
      port: 7090,
      requestsPerMinute: 1000,
      credentials: { username: 'mayfly', password: 'dev-management-password' },
    },
    policy: { url: 'http://localhost:3000/api/policy', credentials: { username: 'infinity' } },
    eventSink: {
      url: 'http://localhost:3000/api/events',
      isBulk: false,
      version: 2,
      // What a real deployment has without further ado (event-sink.md §1).
      timing: { answerTimeoutMs: 7_000, firstBackoffMs: 1_000, longestBackoffMs: 1_800_000 },
    },
    tokenSeconds: 120,
    hostlessSeconds: 60,
  });
});

test('an empty value counts as missing, except for addresses, where it means none', () => {
  const settings = settingsOf({ SIMULATOR_NODES: '', SIMULATOR_POLICY_URL: '', SIMULATOR_EVENT_SINK_URL: '' });
  expect(settings.nodes).toHaveLength(1);
  expect(settings.policy.url).toBeNull();
  expect(settings.eventSink.url).toBeNull();
});

test('nodes may share a location or have their own', () => {
  expect(settingsOf({ SIMULATOR_NODES: '7080@Harbour, 7081@Inland,7082' }).nodes).toEqual([
    { port: 7080, location: 'Harbour' },
    { port: 7081, location: 'Inland' },
    { port: 7082, location: 'Harbour' },
  ]);
});

describe('a wrong value is named with its reason, and never shown', () => {
  test.each([
    ['SIMULATOR_NODES', 'x7080'],
    ['SIMULATOR_NODES', '7080,'],
    ['SIMULATOR_NODES', '70800'],
    ['SIMULATOR_NODES', '7080@'],
    ['SIMULATOR_MANAGEMENT_PORT', 'x99'],
    ['SIMULATOR_POLICY_URL', 'x-localhost'],
    ['SIMULATOR_EVENT_BULK', 'xyes'],
    ['SIMULATOR_EVENT_VERSION', '3x'],
    ['SIMULATOR_EVENT_FIRST_BACKOFF_SECONDS', '-1'],
    ['SIMULATOR_MANAGEMENT_REQUESTS_PER_MINUTE', '0.5'],
    ['SIMULATOR_TOKEN_SECONDS', '-5'],
  ])('%s=%s', (name, value) => {
    const outcome = parseSettings({ [name]: value });
    if (outcome.ok) throw new Error('accepted');
    expect(outcome.problems.join()).toContain(name);
    expect(outcome.problems.join()).not.toContain(value);
  });
  test('a certificate without its key', () => {
    expect(parseSettings({ SIMULATOR_TLS_CERT: 'cert.pem' })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('SIMULATOR_TLS_KEY')],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { parseSettings } from './env';

const production = {
  NODE_ENV: 'production',
  APP_URL: 'https://meet.example.com/',
  INFINITY_NODES: 'node1.example.com, https://node2.example.com:8443',
  POLICY_USERNAME: 'infinity',
  POLICY_PASSWORD: 'a secret of our own',
  EVENTS_USERNAME: 'infinity',
  EVENTS_PASSWORD: 'another secret of our own',
  NEXTAUTH_SECRET: 'thirty-two characters of randomness, or more',
};

/** What the process says when it refuses to start. */
function reasons(environment: Record<string, string | undefined>): string {
  try {
    parseSettings(environment);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('settings', () => {
  it('need nothing in development', () => {
    const settings = parseSettings({});
    expect(settings).toMatchObject({
      isProduction: false,
      port: 3000,
      appUrl: 'http://localhost:3000',
      management: null,
    });
    expect(settings.infinityNodes).toEqual(['http://localhost:7080']);
  });

  it('take what production gives', () => {
    const settings = parseSettings(production);
    expect(settings.appUrl).toBe('https://meet.example.com');
    expect(settings.infinityNodes).toEqual(['node1.example.com', 'node2.example.com:8443']);
  });

  it('take a sink whose whole address is as long as Infinity allows, and no longer', () => {
    const longest = 'x'.repeat(255 - `${parseSettings(production).appUrl}/api/events/`.length);
    expect(parseSettings({ ...production, EVENTS_PATH_SECRET: longest }).events.pathSecret).toBe(longest);
    expect(reasons({ ...production, EVENTS_PATH_SECRET: `${longest}x` })).toContain('EVENTS_PATH_SECRET: is too long');
    expect(parseSettings(production).events.pathSecret).toBeNull();
  });

  it('take hosts of our own network for webhooks, as URLs write them, and nothing but hosts', () => {
    const allowed = (WEBHOOK_ALLOWED_HOSTS: string) =>
      parseSettings({ ...production, WEBHOOK_ALLOWED_HOSTS }).webhookAllowedHosts;
    expect(allowed(' CRM.internal, 10.0.0.5,[fd00::5],')).toEqual(['crm.internal', '10.0.0.5', '[fd00::5]']);
    expect(allowed('')).toEqual([]);
    for (const wrong of ['https://crm.internal', 'crm.internal:8443', 'crm.internal/hook', '10.0.0.0/8', '*.internal'])
      expect(reasons({ ...production, WEBHOOK_ALLOWED_HOSTS: wrong }), wrong).toContain('WEBHOOK_ALLOWED_HOSTS');
  });

  it('take sites that may frame the join page by their origins, and nothing wider', () => {
    const framedBy = (FRAME_ANCESTORS: string) => parseSettings({ ...production, FRAME_ANCESTORS }).frameAncestors;
    expect(framedBy('')).toEqual([]);
    expect(framedBy('https://Intranet.example.com/ https://www.example.com:8443,http://localhost:4000')).toEqual([
      'https://intranet.example.com',
      'https://www.example.com:8443',
      'http://localhost:4000',
    ]);
    for (const wrong of ['*', 'https:', 'www.example.com', 'http://www.example.com', 'https://*.example.com'])
      expect(reasons({ ...production, FRAME_ANCESTORS: wrong }), wrong).toContain('FRAME_ANCESTORS:');
    for (const wrong of [
      'https://www.example.com/path',
      'https://me@example.com',
      "https://x.example;script-src'self'",
    ])
      expect(reasons({ ...production, FRAME_ANCESTORS: wrong }), wrong).toContain('FRAME_ANCESTORS:');
  });

  it('name every missing value at once, and an empty one counts as missing', () => {
    const text = reasons({ NODE_ENV: 'production', POLICY_PASSWORD: '  ' });
    for (const name of [
      'APP_URL',
      'INFINITY_NODES',
      'POLICY_USERNAME',
      'POLICY_PASSWORD',
      'EVENTS_PASSWORD',
      'NEXTAUTH_SECRET',
    ]) {
      expect(text).toContain(`${name}: is missing`);
    }
  });

  it.each([
    ['POLICY_PASSWORD', 'dev-policy-password'],
    ['EVENTS_PASSWORD', 'dev-events-password'],
    ['NEXTAUTH_SECRET', 'dev-nextauth-secret-not-for-production'],
  ])('refuse the published %s in production, without repeating it', (name, value) => {
    const text = reasons({ ...production, [name]: value });
    expect(text).toContain(`${name}: is the published development value`);
    expect(text).not.toContain(value);
  });

  it.each([
    ['PORT', 'eighty'],
    ['APP_URL', 'meet.example.com'],
    ['INFINITY_NODES', 'http://node.example.com'],
    ['INFINITY_NODES', 'node.example.com/path'],
    ['NEXTAUTH_SECRET', 'short'],
    ['MEETING_ALIAS_PREFIX', 'Meet_'],
    ['RATE_LIMIT_CREATE', '30'],
    ['DATABASE_URL', 'mysql://localhost'],
    ['MANAGEMENT_URL', 'https://manager.example.com'],
    ['EVENTS_PATH_SECRET', 'twenty-three-characters'],
    ['EVENTS_PATH_SECRET', 'twenty-four characters!!'],
    ['EVENTS_PATH_SECRET', 'x'.repeat(255)],
  ])('say what is wrong with %s=%s', (name, value) =>
    expect(reasons({ ...production, [name]: value })).toContain(`${name}:`),
  );
});

import { describe, expect, it } from 'vitest';
import { mayReach, ruleFor, targetProblem, targetRule, type TargetRule } from './allowed-target';

const strict: TargetRule = { isHttpAllowed: false, isPrivateAllowed: false, allowedHosts: [] };
const problem = (url: string, rule = strict) => targetProblem(new URL(url), rule);

describe('an address that messages are sent to', () => {
  it.each([
    'https://example.com/hook',
    'https://example.com:8443/?token=1',
    'https://93.184.216.34/',
    'https://[2606:4700::1111]/',
  ])('may be %s', (url) => expect(problem(url)).toBeNull());

  it.each([
    'http://example.com/',
    'ftp://example.com/',
    'https://ann:secret@example.com/',
    'https://example.com/#part',
  ])('may not be %s', (url) => expect(problem(url)).not.toBeNull());

  it.each([
    'https://localhost/',
    'https://app.localhost/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
    'https://[2002:a00:1::]/',
  ])('may not be inside our own network: %s', (url) => {
    expect(problem(url)).toBe('must be reached from the internet');
    expect(problem(url, { ...strict, isPrivateAllowed: true })).toBeNull();
  });

  it('may be a host of our own network that the operator names, by that name alone and by https', () => {
    const rule = { ...strict, allowedHosts: ['crm.internal', '10.0.0.5', '[fd00::5]'] };
    for (const url of [
      'https://crm.internal/hook',
      'https://CRM.internal:8443/',
      'https://10.0.0.5/',
      'https://[fd00::5]/',
    ])
      expect(problem(url, rule), url).toBeNull();
    for (const url of ['https://10.0.0.6/', 'https://localhost/', 'http://crm.internal/', 'https://[fd00::6]/'])
      expect(problem(url, rule), url).not.toBeNull();
    const mayLeadTo = (host: string) => mayReach('10.9.9.9', ruleFor(new URL(`https://${host}/`), rule));
    expect(mayLeadTo('crm.internal')).toBe(true);
    expect(mayLeadTo('crm.internal.example.com')).toBe(false);
  });

  it('is connected to only where it leads to the internet', () => {
    expect(mayReach('93.184.216.34', strict)).toBe(true);
    for (const address of ['127.0.0.1', '10.1.2.3', '::1', 'fe80::1', '::ffff:127.0.0.1', 'nonsense'])
      expect(mayReach(address, strict), address).toBe(false);
  });
});

describe('the rule', () => {
  it('is strict in production, unless the site itself is this machine', () => {
    const rule = (isProduction: boolean, appUrl: string) =>
      targetRule({ isProduction, appUrl, webhookAllowedHosts: [] });
    expect(rule(true, 'https://mayfly.example')).toEqual(strict);
    expect(rule(true, 'https://localhost.example.com')).toEqual(strict);
    const lenient = { isHttpAllowed: true, isPrivateAllowed: true, allowedHosts: [] };
    expect(rule(true, 'http://localhost:3000')).toEqual(lenient);
    expect(rule(false, 'https://mayfly.example')).toEqual(lenient);
  });
});

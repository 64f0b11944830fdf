import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseRule, isAddress, prepareRules, whyRule, type MediaCaller } from './choose-rule';
import { ruleKey, type MediaRule } from './media-rule';
import { canonicalNetwork } from './network';

const ANY = { askingLocation: '', network: '', protocol: '', location: 'Oslo', overflow: [], note: '' };

/** A rule that is known by what it says. */
function rule(content: Partial<MediaRule>): MediaRule {
  const whole = { ...ANY, ...content };
  return { id: ruleKey(whole), ...whole };
}

function chosen(rules: MediaRule[], caller: Partial<MediaCaller>): MediaRule | null {
  return chooseRule(prepareRules(rules), { askingLocation: '', address: '', protocol: '', ...caller });
}

const [all, wide, narrow] = [rule({}), rule({ network: '198.51.0.0/16' }), rule({ network: '198.51.100.0/24' })];

describe('which rule applies', () => {
  test('without rules, or none that matches, none does', () => {
    expect(chosen([], { address: '198.51.100.7' })).toBeNull();
    expect(chosen([narrow, rule({ askingLocation: 'Oslo' })], { address: '203.0.113.1' })).toBeNull();
  });

  test('the longest prefix wins, whatever the order and whatever else the wider ones name', () => {
    const named = rule({ network: '198.51.0.0/16', askingLocation: 'Oslo', protocol: 'sip' });
    const caller = { address: '198.51.100.7', askingLocation: 'Oslo', protocol: 'sip' };
    expect(chosen([all, named, narrow, wide], caller)).toBe(narrow);
    expect(chosen([narrow, wide, named, all], caller)).toBe(narrow);
    expect(chosen([all, named, narrow, wide], { ...caller, address: '198.51.7.7' })).toBe(named);
  });

  test('a rule for all of IPv4 is narrower than one for any network', () => {
    const everyIpv4 = rule({ network: '0.0.0.0/0' });
    expect(chosen([all, everyIpv4], { address: '203.0.113.1' })).toBe(everyIpv4);
    expect(chosen([all, everyIpv4], { address: '2001:db8::1' })).toBe(all);
  });

  test('at equal prefix, the asking location counts before the protocol, and both before neither', () => {
    const byLocation = rule({ askingLocation: 'Oslo' });
    const byProtocol = rule({ protocol: 'sip' });
    const byBoth = rule({ askingLocation: 'Oslo', protocol: 'sip' });
    const caller = { askingLocation: 'Oslo', protocol: 'sip' };
    expect(chosen([all, byProtocol, byLocation, byBoth], caller)).toBe(byBoth);
    expect(chosen([all, byProtocol, byLocation], caller)).toBe(byLocation);
    expect(chosen([all, byProtocol], caller)).toBe(byProtocol);
    expect(chosen([all, byProtocol, byLocation, byBoth], { askingLocation: 'Bergen' })).toBe(all);
  });

  test('location names are exact, as they are for Infinity', () => {
    expect(chosen([rule({ askingLocation: 'Oslo' })], { askingLocation: 'oslo' })).toBeNull();
  });

  test('a protocol that nobody has heard of is covered by rules for any', () => {
    expect(chosen([rule({ protocol: 'sip' }), all], { protocol: 'gms' })).toBe(all);
  });

  test('an IPv4 caller is the same caller when the node writes the address as IPv6', () => {
    expect(chosen([all, narrow], { address: '::ffff:198.51.100.7' })).toBe(narrow);
    expect(chosen([rule({ network: '::/0' })], { address: '::ffff:198.51.100.7' })).toBeNull();
  });

  test.each(['', 'room7.example', '198.51.100.7:5060', '[2001:db8::1]', 'unknown', '198.51.100.7, 203.0.113.1'])(
    'a caller from “%s”, which is no address, is covered by rules for any network only',
    (address) => {
      expect(chosen([narrow, rule({ network: '::/0' }), rule({ network: '0.0.0.0/0' })], { address })).toBeNull();
      expect(chosen([narrow, all], { address })).toBe(all);
      expect(isAddress(address)).toBe(false);
    },
  );

  test('a row whose network cannot be read covers nobody', () => {
    expect(chosen([rule({ network: 'somewhere' })], { address: '198.51.100.7' })).toBeNull();
  });
});

test('thousands of rules take no more looks than a few, as long as their prefixes are of few lengths', () => {
  const networks = Array.from({ length: 5_000 }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);
  const rules = networks.flatMap((network) => [rule({ network }), rule({ network, protocol: 'sip' })]);
  const { levels } = prepareRules([...rules, all]);
  expect(levels.map(({ range, byKey }) => [range?.prefixLength, byKey.size])).toEqual([
    [24, 10_000],
    [undefined, 1],
  ]);
});

describe('among arbitrary rules', () => {
  const addresses = [
    '198.51.100.7',
    '198.51.100.200',
    '198.51.7.7',
    '::ffff:198.51.100.7',
    '2001:db8::7',
    'no address',
  ];
  const networks = [
    '',
    '0.0.0.0/0',
    '198.51.0.0/16',
    '198.51.100.0/24',
    '198.51.100.0/25',
    '198.51.100.7/32',
    '::/0',
    '2001:db8::/32',
  ];
  const some = (...values: string[]) => fc.constantFrom(...values);
  const rules = fc.uniqueArray(
    fc
      .record({
        askingLocation: some('', 'Oslo', 'Bergen'),
        network: some(...networks),
        protocol: some('', 'sip', 'webrtc'),
      })
      .map(rule),
    { selector: ({ id }) => id, maxLength: 40 },
  );
  const caller = fc.record({
    askingLocation: some('', 'Oslo', 'Rome'),
    address: some(...addresses),
    protocol: some('', 'sip', 'gms'),
  });

  test('the answer is the one that a plain search for the best would give', () => {
    fc.assert(
      fc.property(rules, caller, (given, who) => void expect(chosen(given, who)?.id).toBe(bestOf(given, who)?.id)),
      { numRuns: 2_000 },
    );
  });

  test('the order in which they are stored makes no difference', () => {
    fc.assert(
      fc.property(rules, caller, (given, who) => void expect(chosen(given.toReversed(), who)).toBe(chosen(given, who))),
    );
  });
});

describe('the reason in words', () => {
  test.each([
    [{}, 'rule for any network'],
    [{ network: '198.51.100.0/24', askingLocation: 'Oslo' }, 'rule for 198.51.100.0/24 from Oslo'],
    [{ network: '::/0', protocol: 'sip', askingLocation: 'Oslo' }, 'rule for ::/0 from Oslo by sip'],
  ])('%j: %s', (content, words) => expect(whyRule(rule(content))).toBe(words));

  test('fits the record of a decision', () => {
    expect(whyRule(rule({ askingLocation: 'x'.repeat(250) }))).toHaveLength(250);
  });

  test('is cut between characters, never inside one', () => {
    const pairs = '\u{1f3e0}'.repeat(125);
    for (const name of [pairs, `x${pairs.slice(2)}`]) {
      const words = whyRule(rule({ askingLocation: name }));
      expect(words.length).toBeLessThanOrEqual(250);
      expect(words).not.toMatch(/\p{Cs}/u);
    }
  });
});

/** The rule with the highest score, compared by text: written apart from the code under test. */
function bestOf(rules: MediaRule[], { askingLocation, address, protocol }: MediaCaller): MediaRule | undefined {
  const prefix = ({ network }: MediaRule) => (network === '' ? -1 : Number(network.split('/')[1]));
  const covers = ({ network }: MediaRule) =>
    network === '' ||
    (isAddress(address) && canonicalNetwork(`${unmapped(address)}/${network.split('/')[1]}`) === network);
  const score = (one: MediaRule) =>
    prefix(one) * 4 + (one.askingLocation === '' ? 0 : 2) + (one.protocol === '' ? 0 : 1);
  return rules
    .filter((one) => ['', askingLocation].includes(one.askingLocation) && ['', protocol].includes(one.protocol))
    .filter(covers)
    .reduce<MediaRule | undefined>((best, one) => (best && score(best) > score(one) ? best : one), undefined);
}

function unmapped(address: string): string {
  return address.replace('::ffff:', '');
}

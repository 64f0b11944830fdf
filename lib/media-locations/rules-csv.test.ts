import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALL_PROTOCOLS } from './choose-rule';
import { guardCell, unguardCell } from './csv-cells';
import { MediaRuleInput, ruleKey, type RuleContent } from './media-rule';
import { LARGEST_FILE_MB, MOST_RULES } from './rule-limits';
import { readRulesCsv } from './read-rules-csv';
import { writeRulesCsv } from './write-rules-csv';

const HEADER = 'asking_location,network,protocol,location,overflow,note';

function rulesIn(text: string): RuleContent[] {
  const file = readRulesCsv(text);
  if (!file.ok) throw new Error(JSON.stringify(file.faults));
  return file.rules.map(({ rule }) => rule);
}

function faultsIn(text: string): string[] {
  const file = readRulesCsv(text);
  return file.ok ? [] : file.faults.map(({ line, field, message }) => `${line} ${field}: ${message}`);
}

const RULE = { askingLocation: '', network: '', protocol: '', location: 'Oslo', overflow: [] as string[], note: '' };

describe('reading', () => {
  test('counts the line that says what stands between cells', () => {
    expect(faultsIn(`sep=;\r\n${HEADER.replaceAll(',', ';')}\r\n;;;;;\r\n;;carrier pigeon;Oslo;;`)).toEqual([
      expect.stringMatching(/^4 protocol: /),
    ]);
  });

  const expected = [
    {
      ...RULE,
      askingLocation: 'Oslo',
      network: '198.51.100.0/24',
      protocol: 'sip',
      location: 'London',
      overflow: ['Rome', 'Paris'],
      note: 'branch, north',
    },
    { ...RULE, network: '2001:db8::/32' },
  ];
  const rows = ['Oslo,198.51.100.7/24,SIP,London,Rome|Paris,"branch, north"', ',2001:db8::/32,,Oslo,,'];

  const tabbed = [
    HEADER.replaceAll(',', '\t'),
    'Oslo\t198.51.100.7/24\tSIP\tLondon\tRome|Paris\tbranch, north',
    '\t2001:db8::/32\t\tOslo\t\t',
  ].join('\r\n');

  test.each([
    ['plain', [HEADER, ...rows].join('\n')],
    ['with a byte order mark and CRLF', `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`],
    ['with tabs', tabbed],
    ['with tabs, as its first line says', `sep=\t\r\n${tabbed}`],
    ['with commas, as its first line says', `\uFEFFsep=,\n${[HEADER, ...rows].join('\n')}`],
    ['with old line ends', [HEADER, ...rows].join('\r')],
    ['with empty lines and empty rows between', [HEADER, '', rows[0], ',,,,,', rows[1], ''].join('\n')],
    [
      'with semicolons',
      [
        HEADER.replaceAll(',', ';'),
        'Oslo;198.51.100.7/24;sip;London;Rome|Paris;branch, north',
        ';2001:db8::/32;;Oslo;;',
      ].join('\r\n'),
    ],
    [
      'quoted throughout',
      '"Asking_Location","network","protocol","location","overflow","note"\n"Oslo","198.51.100.7/24","sip","London","Rome | Paris","branch, north"\n"","2001:db8::/32","","Oslo","",""',
    ],
    [
      'with the columns in another order',
      'location,note,overflow,network,protocol,asking_location\nLondon,"branch, north",Rome|Paris,198.51.100.7/24,sip,Oslo\nOslo,,,2001:db8::/32,,',
    ],
  ])('takes a file %s', (_, text) => {
    expect(rulesIn(text)).toEqual(expected);
  });

  test('takes a file without notes, and cells that are missing at the end of a row', () => {
    expect(rulesIn('asking_location,network,protocol,location,overflow,,\nOslo,,,London\n')).toEqual([
      { ...RULE, askingLocation: 'Oslo', location: 'London' },
    ]);
  });

  test('takes a backslash that somebody typed for what it is', () => {
    expect(rulesIn(`${HEADER}\n,,,HQ\\Oslo,HQ\\Rome|a\\|b|c\\\\d,`)[0]).toMatchObject({
      location: 'HQ\\Oslo',
      overflow: ['HQ\\Rome', 'a|b', 'c\\d'],
    });
  });
});

describe('what is wrong is named by line and column, all of it at once', () => {
  test('values', () => {
    const text = `${HEADER}\n,office,,Oslo,,\n\n,,skype,,Rome|Rome,\n,10.0.0.0/8,,Oslo,,\n`;
    expect(faultsIn(text)).toEqual([
      '2 network: is not a network, as in 198.51.100.0/24 or 2001:db8::/32',
      '4 protocol: must be empty or one of api, webrtc, sip, h323, rtmp, mssip, teams',
      '4 location: must name a location',
      '4 overflow: is listed more than once',
    ]);
  });

  test('an overflow', () => {
    expect(faultsIn(`${HEADER}\n,,,Oslo,Rome|Oslo,`)).toEqual(['2 overflow: is where the media goes already']);
    expect(faultsIn(`${HEADER}\n,,,Oslo,Rome||Paris,`)).toEqual(['2 overflow: must name a location']);
  });

  test('a line keeps its number below a cell with line breaks', () => {
    expect(faultsIn(`${HEADER}\n,,,Oslo,,"a\nb\nc"\n,,,,,\n,10.0.0.0/33,,Oslo,,`)).toEqual([
      '2 note: must not contain control characters',
      '6 network: is not a network, as in 198.51.100.0/24 or 2001:db8::/32',
    ]);
  });

  test('a rule that is there twice, in whatever spelling', () => {
    const text = `${HEADER}\nOslo,198.51.100.0/24,sip,London,,\n,,,Oslo,,\nOslo,198.51.100.77/24,SIP,Rome,,`;
    expect(faultsIn(text)).toEqual(['4 : has the asking location, network and protocol of line 2']);
  });

  test('a header that is not ours', () => {
    expect(faultsIn('asking_location,networks,protocol,location,overflow,note\n,,,Oslo,,')).toEqual([
      '1 networks: is not a column of ours',
      '1 network: is missing in the header',
    ]);
    expect(faultsIn(`${HEADER},note\n,,,Oslo,,,`)).toEqual(['1 note: is there twice']);
    expect(faultsIn('')).toHaveLength(5);
  });

  test('a row that is longer than the header', () => {
    expect(faultsIn(`${HEADER}\n,,,Oslo,,,more`)).toEqual(['2 : has more cells than the header has columns']);
  });

  test('quotation marks', () => {
    expect(faultsIn(`${HEADER}\n,,,Oslo,,\n,,,"Oslo,,`)).toEqual(['3 : a quotation mark is never closed']);
    expect(faultsIn(`${HEADER}\n,,,"Os"lo,,`)).toEqual(['2 : has a quotation mark out of place']);
  });

  test('a file that is not UTF-8, has no rules, or too many', () => {
    const latin1 = Buffer.from(`${HEADER}\n,,,Malmö,,`, 'latin1').toString('utf8');
    expect(faultsIn(latin1)).toEqual(['0 : is not UTF-8 text; in the spreadsheet save it as “CSV UTF-8”']);
    expect(faultsIn(Buffer.from(HEADER, 'utf16le').toString('utf8'))).toHaveLength(1);
    expect(faultsIn(`${HEADER}\n`)).toEqual(['0 : holds no rules below its header']);
    const many = Array.from({ length: 10_001 }, (_, index) => `L${index},,,Oslo,,`).join('\n');
    expect(faultsIn(`${HEADER}\n${many}`)).toEqual(['0 : holds 10001 rules; 10000 are the most']);
  });
});

describe('writing', () => {
  test('the most rules with the longest fields make a file that may be imported', () => {
    const letters = (index: number) => String(index).padStart(5, '0').padEnd(250, 'x');
    const rules = Array.from({ length: MOST_RULES }, (_, index) => {
      const overflow = Array.from({ length: 10 }, (_, place) => `${'abcdefghij'[place]}${letters(index).slice(1)}`);
      const names = { askingLocation: letters(index), location: letters(index), overflow, note: letters(index) };
      return { ...names, network: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128', protocol: 'webrtc' };
    });
    expect(MediaRuleInput.safeParse(rules[1]).success).toBe(true);
    expect(MediaRuleInput.safeParse({ ...rules[1], note: `${rules[1]!.note}x` }).success).toBe(false);
    expect(Buffer.byteLength(writeRulesCsv(rules))).toBeLessThanOrEqual(LARGEST_FILE_MB * 1024 * 1024);
  });

  test('nothing in the file is a formula to a spreadsheet, whichever separator it goes by', () => {
    const dangerous = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠;,|\'"\t \\a1'), maxLength: 8 });
    fc.assert(
      fc.property(dangerous, (text) => {
        for (const cell of guardCell(text).split(';')) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
    const written = writeRulesCsv([{ ...RULE, location: '=cmd()', overflow: ['+1', '-2'], note: "a;@sum, '=x" }]);
    expect(written).toBe(`\uFEFF${HEADER}\r\n,,,'=cmd(),'+1|-2,"a;'@sum, '=x"\r\n`);
  });

  test('reading takes off exactly what writing put on', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom(..."=+-@;' ＝"), fc.string({ maxLength: 1 })) });
    fc.assert(fc.property(text, (cell) => void expect(unguardCell(guardCell(cell))).toBe(cell)));
  });

  test('any rules come back as they were', () => {
    fc.assert(
      fc.property(anyRules(), (rules) => {
        expect(rulesIn(writeRulesCsv(rules))).toEqual(rules);
      }),
    );
  });

  test('any rules come back from a program that reads the file and writes it with semicolons', () => {
    fc.assert(
      fc.property(anyRules(), (rules) => {
        const cells = parse(writeRulesCsv(rules), { bom: true });
        expect(rulesIn(stringify(cells, { delimiter: ';' }))).toEqual(rules);
      }),
    );
  });
});

/** Rules as the schema lets them in, with the characters in their names that files trip over. */
function anyRules() {
  const name = fc
    .string({
      unit: fc.oneof(fc.constantFrom(...'=+-@;,|\\"\' é'), fc.string({ unit: 'grapheme', maxLength: 1 })),
      maxLength: 12,
    })
    .filter((text) => MediaRuleInput.safeParse({ location: text }).success && !/\uFFFD/.test(text))
    .map((text) => text.trim());
  const optional = fc.oneof(fc.constant(''), name);
  const network = fc.oneof(
    fc.constant(''),
    fc.tuple(fc.ipV4(), fc.nat(32)).map(([address, bits]) => `${address}/${bits}`),
    fc.tuple(fc.nat(0xffff), fc.nat(128)).map(([word, bits]) => `2001:${word.toString(16)}::/${bits}`),
  );
  const content = fc.record({
    ...{ askingLocation: optional, network, protocol: fc.constantFrom('', ...CALL_PROTOCOLS), location: name },
    ...{ overflow: fc.uniqueArray(name, { maxLength: 4 }), note: optional },
  });
  const rule = content
    .map((given) =>
      MediaRuleInput.safeParse({ ...given, overflow: given.overflow.filter((other) => other !== given.location) }),
    )
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data!);
  return fc.uniqueArray(rule, { selector: ruleKey, minLength: 1, maxLength: 8 });
}

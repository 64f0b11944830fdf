import { stringify } from 'csv-stringify/sync';
import { guardCell, joinNames } from './csv-cells';
import type { RuleContent } from './media-rule';

/** The columns of the file, in order, and what each is in a rule. */
export const CSV_COLUMNS = {
  asking_location: 'askingLocation',
  network: 'network',
  protocol: 'protocol',
  location: 'location',
  overflow: 'overflow',
  note: 'note',
} as const;

/**
 * The rules as a file that `readRulesCsv` reads back unchanged. Begins with a byte order mark, without which spreadsheets
 * read UTF-8 as something else, and ends lines with CRLF (RFC 4180).
 */
export function writeRulesCsv(rules: readonly RuleContent[]): string {
  const rows = rules.map((rule) =>
    Object.values(CSV_COLUMNS).map((key) => guardCell(key === 'overflow' ? joinNames(rule.overflow) : rule[key])),
  );
  return stringify([Object.keys(CSV_COLUMNS), ...rows], { bom: true, record_delimiter: 'windows' });
}

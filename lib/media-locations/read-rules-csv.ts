import { CsvError, parse } from 'csv-parse/sync';
import { splitNames, unguardCell } from './csv-cells';
import { MediaRuleInput, ruleKey, type RuleContent } from './media-rule';
import { MOST_RULES } from './rule-limits';
import { readHeader, type Column } from './rules-csv-header';
import { CSV_COLUMNS } from './write-rules-csv';

/** What is wrong in one place of a file. */
export interface FileFault {
  /** As an editor counts, the header being 1; 0 where it is about the whole file. */
  line: number;
  /** The column, or empty. */
  field: string;
  message: string;
}

export interface FileRule {
  line: number;
  rule: RuleContent;
}

export type RulesFile = { ok: true; rules: FileRule[] } | { ok: false; faults: FileFault[] };

interface Row {
  line: number;
  cells: string[];
}

/** Reads a file of rules: all of it, or every fault that is in it. Takes commas, semicolons or tabs, LF or CRLF, with or without BOM. */
export function readRulesCsv(text: string, mayBeEmpty = false): RulesFile {
  // What a spreadsheet's older "CSV" formats turn into when they are read as UTF-8.
  if (/[\0\uFFFD]/.test(text)) return refuse('', 'is not UTF-8 text; in the spreadsheet save it as “CSV UTF-8”');
  const split = splitRows(text);
  if ('line' in split) return { ok: false, faults: [split] };
  const [header, ...rows] = split;
  const columns = readHeader(header);
  if (!columns.ok) return { ok: false, faults: columns.faults };
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0 && !mayBeEmpty) return refuse('', 'holds no rules below its header');
  if (filled.length > MOST_RULES) return refuse('', `holds ${filled.length} rules; ${MOST_RULES} are the most`);

  const read = filled.map((row) => readRow(row, columns.columns));
  const rules = read.filter((entry): entry is FileRule => 'rule' in entry);
  const faults = [...read.flatMap((entry) => ('faults' in entry ? entry.faults : [])), ...repetitions(rules)];
  return faults.length > 0 ? { ok: false, faults: faults.sort((a, b) => a.line - b.line) } : { ok: true, rules };
}

function refuse(field: string, message: string): RulesFile {
  return { ok: false, faults: [{ line: 0, field, message }] };
}

function splitRows(text: string): Row[] | FileFault {
  const { delimiter, rest } = delimiterOf(text);
  const layout = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
  try {
    const records = parse(rest, { ...layout, delimiter, record_delimiter: ['\r\n', '\n', '\r'] }) as unknown;
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => {
      // The library counts to a row's last line; one with a line break in a cell began earlier.
      const breaks = record.join('').match(/\r\n|\n|\r/g)?.length ?? 0;
      return { line: info.lines - breaks, cells: record };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message =
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is never closed' : 'has a quotation mark out of place';
    return { line: typeof error.lines === 'number' ? error.lines : 0, field: '', message };
  }
}

/** What stands between cells. Spreadsheets say so in a line of its own; it is emptied, so that lines are counted as before. */
function delimiterOf(text: string): { delimiter: string; rest: string } {
  const said = /^\uFEFF?sep=([,;\t])(?=[\r\n]|$)/i.exec(text);
  if (said) return { delimiter: said[1]!, rest: text.slice(said[0].length) };
  const firstLine = /^[^\r\n]*/.exec(text)![0];
  return { delimiter: [',', ';', '\t'].find((each) => firstLine.includes(each)) ?? ',', rest: text };
}

function readRow({ line, cells }: Row, columns: Column[]): FileRule | { faults: FileFault[] } {
  const surplus = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (surplus) return { faults: [{ line, field: '', message: 'has more cells than the header has columns' }] };
  const given = columns.map((column, index) => {
    const cell = unguardCell(cells[index] ?? '');
    return [CSV_COLUMNS[column], column === 'overflow' ? splitNames(cell) : cell];
  });
  const parsed = MediaRuleInput.safeParse(Object.fromEntries(given));
  if (parsed.success) return { line, rule: parsed.data };
  return {
    faults: parsed.error.issues.map((issue) => ({
      line,
      field: columnOf(issue.path.join('.')),
      message: issue.message,
    })),
  };
}

/** The column that a field of a rule stands in: `overflow.2` in `overflow`. */
export function columnOf(field: string): string {
  const [key] = field.split('.');
  return Object.entries(CSV_COLUMNS).find(([, own]) => own === key)?.[0] ?? '';
}

function repetitions(rules: readonly FileRule[]): FileFault[] {
  const firstLines = new Map<string, number>();
  return rules.flatMap(({ line, rule }) => {
    const first = firstLines.get(ruleKey(rule));
    if (first === undefined) firstLines.set(ruleKey(rule), line);
    const message = `has the asking location, network and protocol of line ${first}`;
    return first === undefined ? [] : [{ line, field: '', message }];
  });
}

import type { Row } from './status-lists';

/** A query that cannot be understood; the message names the parameter. */
export class ListQueryError extends Error {}

/** Parameters that are not filters. */
const reserved = new Set(['limit', 'offset', 'format', 'order_by']);

/** ISO 8601 with a time; the management API writes it without a zone and means UTC. */
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

function sortable(value: unknown): number | string {
  if (typeof value === 'number') return value;
  const text = String(value ?? '');
  const found = time.exec(text);
  if (found) return Date.parse(found[3] ? text : `${text}Z`);
  return text;
}

/** Below zero when `left` comes first. What is not of the same kind is compared as text. */
function compare(left: unknown, right: unknown): number {
  const [a, b] = [sortable(left), sortable(right)];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [first, second] = [String(left ?? ''), String(right ?? '')];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** A filter's text as what the field holds: `true`, numbers and times are compared as such. */
function asKind(value: unknown, wanted: string): unknown {
  return typeof value === 'number' && wanted !== '' && !Number.isNaN(Number(wanted)) ? Number(wanted) : wanted;
}

function isEqual(value: unknown, wanted: string): boolean {
  if (typeof value === 'boolean') return String(value) === wanted.toLowerCase();
  return compare(value, asKind(value, wanted)) === 0;
}

type Test = (value: unknown) => boolean;

const textOf = (value: unknown) => String(value ?? '');

function expression(wanted: string): RegExp {
  try {
    return new RegExp(wanted);
  } catch {
    throw new ListQueryError(`${wanted} is not a regular expression`);
  }
}

// Nothing is neither before nor after something.
const compared =
  (isMeant: (difference: number) => boolean) =>
  (wanted: string): Test =>
  (value) =>
    value !== null && isMeant(compare(value, asKind(value, wanted)));

const operators: Record<string, (wanted: string) => Test> = {
  exact: (wanted) => (value) => isEqual(value, wanted),
  iexact: (wanted) => (value) => textOf(value).toLowerCase() === wanted.toLowerCase(),
  in: (wanted) => (value) => wanted.split(',').some((one) => isEqual(value, one)),
  contains: (wanted) => (value) => textOf(value).includes(wanted),
  icontains: (wanted) => (value) => textOf(value).toLowerCase().includes(wanted.toLowerCase()),
  startswith: (wanted) => (value) => textOf(value).startsWith(wanted),
  endswith: (wanted) => (value) => textOf(value).endsWith(wanted),
  regex: (wanted) => {
    const pattern = expression(wanted);
    return (value) => pattern.test(textOf(value));
  },
  gt: compared((difference) => difference > 0),
  gte: compared((difference) => difference >= 0),
  lt: compared((difference) => difference < 0),
  lte: compared((difference) => difference <= 0),
};

function toFilter(parameter: string, wanted: string): (row: Row) => boolean {
  const [field = '', operator = 'exact', ...more] = parameter.split('__');
  const test = more.length === 0 ? operators[operator]?.(wanted) : undefined;
  if (!test) throw new ListQueryError(`${parameter} is no filter`);
  // A field that no object has matches nothing, so that a misspelt one shows.
  return (row) => field in row && test(row[field]);
}

function inOrder(rows: readonly Row[], orders: readonly string[]): Row[] {
  return [...rows].sort((left, right) => {
    for (const order of orders) {
      const field = order.replace(/^-/, '');
      const result = compare(left[field], right[field]);
      if (result !== 0) return order.startsWith('-') ? -result : result;
    }
    return 0;
  });
}

/**
 * The rows that pass all filters, in the order asked for (management-api.md §1): `field=value`, `field__operator=value`,
 * `order_by=field` or `order_by=-field`. Throws ListQueryError for a filter that does not exist.
 */
export function selectRows(rows: readonly Row[], query: URLSearchParams): Row[] {
  const filters = [...query]
    .filter(([parameter]) => !reserved.has(parameter))
    .map(([parameter, wanted]) => toFilter(parameter, wanted));
  const matching = rows.filter((row) => filters.every((isMatch) => isMatch(row)));
  return inOrder(matching, query.getAll('order_by'));
}

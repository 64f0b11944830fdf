import type { Row } from './status-lists';

const defaultLimit = 20;
const largestLimit = 5000;
/** Parameters that are not filters. */
const reserved = new Set(['limit', 'offset', 'format', 'order_by']);

function numberOf(text: string | null, otherwise: number): number {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value >= 0 ? value : otherwise;
}

function isMatch(row: Row, query: URLSearchParams): boolean {
  return [...query].every(([field, wanted]) => {
    if (reserved.has(field)) return true;
    return String(row[field] ?? '') === wanted;
  });
}

/** The list envelope of management-api.md §1: `field=value` filters, `limit` (default 20) and `offset`. */
export function listEnvelope(path: string, rows: Row[], query: URLSearchParams) {
  const matching = rows.filter((row) => isMatch(row, query));
  const limit = Math.min(numberOf(query.get('limit'), defaultLimit) || largestLimit, largestLimit);
  const offset = numberOf(query.get('offset'), 0);
  const pageAt = (start: number) => {
    const page = new URLSearchParams(query);
    page.set('limit', String(limit));
    page.set('offset', String(start));
    return `${path}?${page}`;
  };
  return {
    meta: {
      limit,
      offset,
      total_count: matching.length,
      next: offset + limit < matching.length ? pageAt(offset + limit) : null,
      previous: offset > 0 ? pageAt(Math.max(0, offset - limit)) : null,
    },
    objects: matching.slice(offset, offset + limit),
  };
}

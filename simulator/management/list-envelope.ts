import { selectRows } from './list-query';
import type { Row } from './status-lists';

const defaultLimit = 20;
const largestLimit = 5000;

function numberOf(text: string | null, otherwise: number): number {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value >= 0 ? value : otherwise;
}

/** The list envelope of management-api.md §1: filters, order, `limit` (default 20) and `offset`. */
export function listEnvelope(path: string, rows: readonly Row[], query: URLSearchParams) {
  const matching = selectRows(rows, query);
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

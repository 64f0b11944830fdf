import type { HttpReply } from '../http/http-exchange';
import type { Route } from '../http/router';
import { listEnvelope } from './list-envelope';
import { ListQueryError } from './list-query';
import type { Row } from './status-lists';

const notFound: HttpReply = { status: 404, json: { error: 'Not found' } };

/** A resource to read: its list, with filters, order and pages, and each object by its id. */
export function listRoutes(resource: string, rows: () => readonly Row[]): Route[] {
  const path = `/api/admin/${resource}/`;
  return [
    {
      method: 'GET',
      pattern: path,
      handle: ({ query }) => {
        try {
          return { status: 200, json: listEnvelope(path, rows(), query) };
        } catch (error) {
          if (error instanceof ListQueryError) return { status: 400, json: { error: error.message } };
          throw error;
        }
      },
    },
    {
      method: 'GET',
      pattern: `${path}:id/`,
      handle: (_request, { id }) => {
        const row = rows().find((candidate) => String(candidate.id) === id);
        return row ? { status: 200, json: row } : notFound;
      },
    },
  ];
}

import type { z } from 'zod';
import type { HttpReply } from '../http/http-exchange';

export const ok = (json: unknown): HttpReply => ({ status: 200, json });
export const created = (json: unknown): HttpReply => ({ status: 201, json });
export const notThere = (error: string): HttpReply => ({ status: 404, json: { error } });
export const conflict = (error: string): HttpReply => ({ status: 409, json: { error } });

/** Names each field that is wrong, and why. */
export function badRequest({ issues }: z.ZodError): HttpReply {
  const fields = issues.map(({ path, message }) => ({ field: path.map(String).join('.') || 'body', message }));
  return { status: 400, json: { error: 'Invalid request', fields } };
}

import { z } from 'zod';
import type { Deployment } from '../deployment';
import type { EventSink } from '../events/event-sink';
import type { HttpReply } from '../http/http-exchange';
import type { Route } from '../http/router';
import { listRoutes } from './list-routes';
import { isoTime, type Row } from './status-lists';

const resource = 'configuration/v1/event_sink';
const sinkId = 1;

/** Times may be written with or without a zone. */
const time = z.iso.datetime({ local: true, offset: true });

/** Whatever is not of management-api.md §4 is refused, and so are the filters of newer versions, which are not acted on. */
const changeSchema = z
  .strictObject({
    name: z.string().min(1).max(250),
    description: z.string().max(250),
    url: z.url().max(255),
    username: z.string().max(100),
    password: z.string().max(100),
    version: z.union([z.literal(1), z.literal(2)]),
    bulk_support: z.boolean(),
    verify_tls_certificate: z.boolean(),
    restart_date: time,
  })
  .partial();

function toRow(sink: EventSink): Row {
  return {
    id: sinkId,
    name: sink.name,
    description: sink.description,
    url: sink.url,
    username: sink.credentials.username,
    version: sink.version,
    bulk_support: sink.isBulk,
    verify_tls_certificate: sink.verifiesCertificate,
    restart_date: sink.restartDate,
    updated_at: isoTime(sink.updatedAt),
    resource_uri: `/api/admin/${resource}/${sinkId}/`,
  };
}

function change(sink: EventSink, wanted: z.infer<typeof changeSchema>, now: number): void {
  sink.name = wanted.name ?? sink.name;
  sink.description = wanted.description ?? sink.description;
  sink.url = wanted.url ?? sink.url;
  sink.credentials = {
    username: wanted.username ?? sink.credentials.username,
    password: wanted.password ?? sink.credentials.password,
  };
  sink.version = wanted.version ?? sink.version;
  sink.isBulk = wanted.bulk_support ?? sink.isBulk;
  sink.verifiesCertificate = wanted.verify_tls_certificate ?? sink.verifiesCertificate;
  sink.restartDate = wanted.restart_date?.replace(/Z$/, '') ?? sink.restartDate;
  sink.updatedAt = now;
}

function invalid({ issues }: z.ZodError): HttpReply {
  const named = issues.map(({ path, message }) => [path.map(String).join('.') || 'body', [message]]);
  return { status: 400, json: { event_sink: Object.fromEntries(named) } };
}

/** The one event sink of the deployment: to read, to change, and to restart by writing `restart_date`. */
export function eventSinkRoutes(deployment: Deployment): Route[] {
  const { sinks } = deployment;
  const notAllowed: HttpReply = {
    status: 405,
    json: { error: 'The simulator has the event sink of its settings, and no other' },
    headers: { Allow: 'GET, PATCH' },
  };
  const patch: Route['handle'] = ({ body }, { id }) => {
    const { sink } = sinks;
    if (!sink || id !== String(sinkId)) return { status: 404, json: { error: 'Not found' } };
    const parsed = changeSchema.safeParse(body);
    if (!parsed.success) return invalid(parsed.error);
    change(sink, parsed.data, Date.now());
    const { restart_date: restartDate, ...others } = parsed.data;
    if (restartDate !== undefined) sinks.restart();
    if (Object.keys(others).length > 0) sinks.announceChange();
    return { status: 202, json: toRow(sink) };
  };
  const refuse = (method: Route['method'], pattern: string): Route => ({ method, pattern, handle: () => notAllowed });
  const [list, one] = [`/api/admin/${resource}/`, `/api/admin/${resource}/:id/`];
  return [
    ...listRoutes(resource, () => (sinks.sink ? [toRow(sinks.sink)] : [])),
    { method: 'PATCH', pattern: one, handle: patch },
    ...(['POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => refuse(method, list)),
    ...(['POST', 'PUT', 'DELETE'] as const).map((method) => refuse(method, one)),
  ];
}

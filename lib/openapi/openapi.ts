import { z } from 'zod';
import { MESSAGE_TYPES, MESSAGES } from '@/lib/webhooks/messages';
import { OPERATIONS, type Operation } from './operations';

// The API in the words of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html), from the schemas that requests are parsed with. Pure.

const PROBLEM = {
  type: 'object',
  description: 'What went wrong (RFC 9457). `code` is stable, for programs.',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' } },
    detail: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

export function openApi(appUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) (paths[operation.path] ??= {})[operation.method] = described(operation);
  return {
    openapi: '3.1.1',
    info: { title: 'Mayfly', version: '1', description: 'Meetings, and what happens in them.' },
    servers: [{ url: `${appUrl}/api` }],
    paths,
    webhooks: Object.fromEntries(MESSAGE_TYPES.map((type) => [type, { post: told(type) }])),
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: { hostKey: { type: 'http', scheme: 'bearer', description: 'The host key of the meeting.' } },
    },
  };
}

function described({ path, summary, isForHosts, body, answers }: Operation) {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  return {
    summary,
    parameters,
    ...(isForHosts && { security: [{ hostKey: [] }] }),
    ...(body && { requestBody: { required: true, content: json(jsonSchema(body)) } }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, { description, schema }]) => {
        const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
        const content = schema ? json(jsonSchema(schema)) : Number(status) >= 400 ? problem : undefined;
        return [status, { description, ...(content && { content }) }];
      }),
    ),
  };
}

function told(type: (typeof MESSAGE_TYPES)[number]) {
  const schema = jsonSchema(MESSAGES[type]);
  const responses = { '2XX': { description: 'Taken. Anything else is tried again.' } };
  return { summary: schema.description, requestBody: { required: true, content: json(schema) }, responses };
}

const json = (schema: unknown) => ({ 'application/json': { schema } });

/** As it is written on the wire: what a schema makes of it is ours alone. */
function jsonSchema(schema: z.core.$ZodType) {
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  // The dialect is that of OpenAPI 3.1 itself, and need not be said each time.
  delete written.$schema;
  return written;
}

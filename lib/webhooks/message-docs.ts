import { z } from 'zod';
import { MESSAGE_TYPES, MESSAGES } from './messages';

// The reference part of docs/webhooks.md, from the schemas. Pure.

interface Schema {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  description?: string;
  properties?: Record<string, Schema>;
}

/** Every message as Markdown: what it tells, and its fields. */
export function messageDocs(): string {
  return MESSAGE_TYPES.map((type) => {
    const schema = z.toJSONSchema(MESSAGES[type]) as Schema;
    const rows = rowsOf(schema).map((cells) => `| ${cells.join(' | ')} |`);
    return [
      `### ${type}`,
      '',
      schema.description ?? '',
      '',
      '| Field | Type | Meaning |',
      '| --- | --- | --- |',
      ...rows,
    ].join('\n');
  }).join('\n\n');
}

function rowsOf({ properties = {} }: Schema, above = ''): string[][] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${above}${name}`;
    return [[`\`${path}\``, typeOf(schema), schema.description ?? ''], ...rowsOf(schema, `${path}.`)];
  });
}

function typeOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.format === 'date-time') return 'time';
  if (schema.format === 'uri') return 'address';
  return schema.type ?? 'anything';
}

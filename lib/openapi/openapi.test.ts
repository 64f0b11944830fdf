import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WEBHOOK_TYPES } from '@/lib/webhooks/webhook';
import { openApi } from './openapi';
import { OPERATIONS } from './operations';

it.each(OPERATIONS.map(({ method, path }) => [method.toUpperCase(), path]))(
  '%s %s is a route of ours',
  (method, path) => {
    const file = `app/api${path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;
    expect(existsSync(file), file).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`export const ${method}\\b`));
  },
);

it('bodies are what the wire has: times as text, nothing that is not known', () => {
  const { paths, webhooks } = JSON.parse(JSON.stringify(openApi('https://mayfly.example')));
  const body = paths['/meetings'].post.requestBody.content['application/json'].schema;
  expect(body).toMatchObject({ type: 'object', additionalProperties: false });
  expect(body.properties.validFrom).toMatchObject({ type: 'string', format: 'date-time' });
  expect(body.properties.topic).toMatchObject({ type: 'string', maxLength: 120 });
  expect(paths['/meetings/{alias}'].get.parameters).toMatchObject([{ name: 'alias', in: 'path', required: true }]);
  expect(Object.keys(webhooks)).toEqual([...WEBHOOK_TYPES, 'webhook.test']);
  expect(webhooks['meeting.ended'].post.requestBody.content['application/json'].schema.properties.facts).toBeDefined();
});

it('what is answered is described wherever something is', () => {
  const { paths } = JSON.parse(JSON.stringify(openApi('https://mayfly.example')));
  const answer = (path: string, method: string, status: number) =>
    paths[path][method].responses[status].content?.['application/json'].schema;
  for (const { path, method, answers } of OPERATIONS)
    for (const status of Object.keys(answers)
      .map(Number)
      .filter((status) => status < 300))
      expect(answer(path, method, status), `${method} ${path}`).toMatchObject({ type: 'object' });
  expect(answer('/meetings', 'post', 201).required).toContain('hostKey');
  expect(answer('/meetings/{alias}/join', 'post', 200).required).toContain('callTag');
});

import { expect, test } from 'vitest';
import { configuredAlias, readOwnDatabase } from './own-database';

test.each([
  ['lobby', 'lobby'],
  ['sip:Lobby@Example.com', 'lobby@example.com'],
  ['sips:lobby@example.com:5061;transport=tls', 'lobby@example.com'],
  ['sip:lobby@192.0.2.11', 'lobby'],
  ['h323:65432@192.0.2.11:1720', '65432'],
  ['65432@192.0.2.12', '65432@192.0.2.12'],
])('%s is configured as %s', (dialled, alias) => {
  expect(configuredAlias(dialled, '192.0.2.11')).toBe(alias);
});

test('without a file there are a theme, the locations of the nodes, and nothing else', () => {
  const { names, services, devices } = readOwnDatabase(null, ['Harbour', 'Harbour', 'Inland']);
  expect(names).toMatchObject({ themes: ['Harbour'], locations: ['Harbour', 'Inland'], sipProxies: [] });
  expect([services.size, devices.size]).toEqual([0, 0]);
});

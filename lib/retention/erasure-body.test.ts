import { expect, it } from 'vitest';
import { ErasureBody } from './erasure-body';

const found = [
  { serviceName: 'Call 1', conversationId: 'one' },
  { serviceName: 'Call 1', name: 'Zoë Æther' },
  { messageId: '00000000-1111-4222-8333-444444444444' },
];

it('takes whom a search found', () => {
  expect(ErasureBody.parse({ people: found })).toEqual({ people: found });
});

it.each([
  { serviceName: 'Call\0', conversationId: 'one' },
  { serviceName: 'Call 1', conversationId: 'one\0' },
  { serviceName: 'Call 1', name: 'Zo\ud800' },
])('refuses what no database of ours could hold, %j, as a mistake of the sender', (person) => {
  expect(ErasureBody.safeParse({ people: [person] }).success).toBe(false);
});

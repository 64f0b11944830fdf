import { expect, it } from 'vitest';
import { seedPassword } from './seed-password';

it('the embedded database of development takes the published password', () => {
  expect(seedPassword({})).toBe('harbourline');
  expect(seedPassword({ SEED_AGENT_PASSWORD: 'mine' })).toBe('mine');
});

it.each([
  { DATABASE_URL: 'postgresql://db.example.com/mayfly' },
  { DATABASE_URL: 'postgresql://db.example.com/mayfly', SEED_AGENT_PASSWORD: 'harbourline' },
  { NODE_ENV: 'production' },
  { NODE_ENV: 'production', SEED_AGENT_PASSWORD: ' harbourline ' },
])('a database that may be the real one never gets it: %j', (environment) => {
  expect(() => seedPassword(environment)).toThrow('SEED_AGENT_PASSWORD');
});

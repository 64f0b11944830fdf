import { expect, it } from 'vitest';
import { isPassing, isSpoken } from './passing-codes';

it.each([
  ['57P01', 'shut down', true, false],
  ['57P03', 'starting', true, false],
  ['08P01', 'a pooler without its server', true, false],
  ['ECONNREFUSED', 'nobody at the port', true, false],
  ['EPIPE', 'five letters, and no SQLSTATE', true, false],
  ['53300', 'too many connections', true, true],
  ['57014', 'a query that was cancelled', true, true],
  ['57P05', 'an idle connection that was closed', true, true],
  ['25006', 'a standby', true, true],
  ['57P04', 'the database was dropped', false, true],
  ['28P01', 'a wrong password', false, true],
  ['23505', 'a duplicate', false, true],
  ['', 'no code', false, false],
  ['constructor', 'no code either', false, false],
])('%s, %s: passes %s, the database said so %s', (code, _, passes, spoken) => {
  expect([isPassing(code), isSpoken(code)]).toEqual([passes, spoken]);
});

import { expect, it } from 'vitest';
import { TrialBody } from './decision-reports-trial';

const fieldsOf = (body: unknown) => TrialBody.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];

it('a question may say anything a node could, at any moment', () => {
  expect(fieldsOf({ type: 'service', parameters: { 'P-Asserted-Identity': '"A" <sip:a@b>' } })).toEqual([]);
  expect(fieldsOf({ type: 'directory', parameters: {}, at: '2026-11-21T12:00:00+01:00' })).toEqual([]);
});

it('a picture and a registration are asked for by alias, since the path has it', () => {
  expect(fieldsOf({ type: 'avatar', parameters: {} })).toEqual(['parameters.alias']);
  expect(fieldsOf({ type: 'registration', parameters: { alias: '' } })).toEqual(['parameters.alias']);
  expect(fieldsOf({ type: 'registration', parameters: { alias: 'ward7' } })).toEqual([]);
});

it('what could not be asked is refused, by field', () => {
  expect(fieldsOf({ type: 'weather', parameters: {} })).toEqual(['type']);
  expect(fieldsOf({ type: 'service', parameters: { q: 'x'.repeat(2_001) } })).toEqual(['parameters.q']);
  expect(fieldsOf({ type: 'service', parameters: {}, at: 'soon' })).toEqual(['at']);
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`k${index}`, '']));
  expect(fieldsOf({ type: 'service', parameters: many })).toEqual(['parameters']);
});

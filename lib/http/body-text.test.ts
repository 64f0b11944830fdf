import { expect, it } from 'vitest';
import { bodyText } from './body-text';

const JSON_TYPE = 'application/json';
const as = (charset: string) => `${JSON_TYPE}; charset=${charset}`;

it('UTF-8 is read with and without a mark before it', () => {
  expect(bodyText(Buffer.from('{"name":"José 李"}'), JSON_TYPE)).toBe('{"name":"José 李"}');
  expect(bodyText(Buffer.from('\uFEFF{"name":"José"}'), null)).toBe('{"name":"José"}');
});

it('UTF-8 is UTF-8 whatever it is said to be', () => {
  for (const charset of ['iso-8859-1', 'us-ascii', 'nobody-knows-it']) {
    expect(bodyText(Buffer.from('"Zoë"'), as(charset)), charset).toBe('"Zoë"');
  }
});

it('other letters are read where they are named', () => {
  expect(bodyText(Buffer.from('"José"', 'latin1'), as('"ISO-8859-1"'))).toBe('"José"');
  expect(bodyText(Buffer.from('\uFEFF"Zoë"', 'utf16le'), as('utf-16le'))).toBe('"Zoë"');
});

it('a byte that is no letter costs the letters around it nothing', () => {
  const bytes = Buffer.concat([Buffer.from('["Zoë","'), Buffer.from([0xc3]), Buffer.from('","Jürgen"]')]);
  for (const type of [null, JSON_TYPE, as('utf8'), as('utf-8'), as('nobody-knows-it')]) {
    expect(JSON.parse(bodyText(bytes, type)), String(type)).toEqual(['Zoë', '\uFFFD', 'Jürgen']);
  }
});

import { describe, expect, test } from 'vitest';
import { aService } from '../testing/builders';
import { decidePin } from './pin';

const host = { type: 'role', role: 'chair' };
const guest = { type: 'role', role: 'guest' };
const asks = (guestPin: 'required' | 'none') => ({ type: 'pin-required', guestPin });
const wrong = { type: 'wrong-pin' };

describe('a service without PINs', () => {
  const service = aService({ pin: null, allowsGuests: false });
  test.each([null, '', 'none', '9999'])('makes a host of everyone (%j)', (typed) => {
    expect(decidePin(service, typed)).toEqual(host);
  });
});

describe('a host PIN, guests without PIN', () => {
  const service = aService({ pin: '1234' });
  test.each([
    [null, asks('none')],
    ['', asks('none')],
    ['none', guest],
    ['1234', host],
    ['1234#', host],
    ['12345', wrong],
    ['0000', wrong],
  ])('%j is answered %j', (typed, outcome) => expect(decidePin(service, typed)).toEqual(outcome));
});

describe('a host PIN and a guest PIN', () => {
  const service = aService({ pin: '4821#', guestPin: '70135#' });
  test.each([
    [null, asks('required')],
    ['none', asks('required')],
    ['4821', host],
    ['4821#', host],
    ['70135#', guest],
    ['70135', guest],
    ['4821##', wrong],
    ['#', wrong],
  ])('%j is answered %j', (typed, outcome) => expect(decidePin(service, typed)).toEqual(outcome));
});

describe('a PIN and no guests', () => {
  const service = aService({ pin: '1234', allowsGuests: false });
  test.each([
    [null, asks('required')],
    ['none', asks('required')],
    ['1234', host],
    ['4321', wrong],
  ])('%j is answered %j', (typed, outcome) => expect(decidePin(service, typed)).toEqual(outcome));
});

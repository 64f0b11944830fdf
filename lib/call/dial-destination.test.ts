import { expect, it } from 'vitest';
import { dialDestination } from './dial-destination';

it.each([
  ['+47 22 33 44 55', { to: '+4722334455', protocol: 'auto' }],
  ['(020) 7946-0018', { to: '02079460018', protocol: 'auto' }],
  ['tel:+4722334455', { to: '+4722334455', protocol: 'auto' }],
  ['٢٢ ٣٣ ٤٤ ٥٥', { to: '22334455', protocol: 'auto' }],
  ['4711', { to: '4711', protocol: 'auto' }],
  ['079.46.00.18', { to: '079460018', protocol: 'auto' }],
  [' 10.44.0.5', { to: '10.44.0.5', protocol: 'h323' }],
  ['١٠.٤٤.٠.٥', { to: '10.44.0.5', protocol: 'h323' }],
  ['10.44.0.256', null],
  ['room@10.44.0.5', { to: 'sip:room@10.44.0.5', protocol: 'sip' }],
  ['room@harbour.example', { to: 'sip:room@harbour.example', protocol: 'sip' }],
  [' sip:room@harbour.example ', { to: 'sip:room@harbour.example', protocol: 'sip' }],
  ['sips:room@harbour.example:5061', { to: 'sips:room@harbour.example:5061', protocol: 'sip' }],
  ['1234567890123456', null],
  ['anna', null],
  ['two words@x.example', null],
  ['@x.example', null],
  ['javascript:a@b', null],
  ['', null],
])('%j is called as %j', (typed, destination) => {
  expect(dialDestination(typed)).toEqual(destination);
});

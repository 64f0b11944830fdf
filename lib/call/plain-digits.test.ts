import { expect, it } from 'vitest';
import { plainDigits } from './plain-digits';

it.each([
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['+٤٧ 22 ٣٣', '+47 22 33'],
  ['room٤', 'room4'],
  ['no digits: ؟ é', 'no digits: ؟ é'],
])('%s is %s', (typed, plain) => expect(plainDigits(typed)).toBe(plain));

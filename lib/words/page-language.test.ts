import { expect, it } from 'vitest';
import { pageLanguage } from './page-language';

it.each([
  ['/join/meet-a', 'sv, de-CH;q=0.8', 'de'],
  ['/join/meet-a?lang=ar', 'de', 'ar'],
  ['/join/meet-a?lang=tlh&i=secret', 'fr', 'fr'],
  ['/join/meet-a?lang=tlh', null, 'en'],
  ['/join/meet-a', null, 'en'],
  ['/?lang=ar', 'ar', 'en'],
  ['/dashboard', 'ar', 'en'],
])('%s for who asks for %s is in %s', (address, accepted, language) => {
  expect(pageLanguage(new URL(address, 'https://harbourline.example'), accepted)).toBe(language);
});

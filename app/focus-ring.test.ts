import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contrast } from '@/lib/brand/colours';

const css = readFileSync('app/globals.css', 'utf8');

/** Every value that a colour has, in whatever scheme. */
const valuesOf = (name: string) =>
  [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, value]) => value);

it('where the keyboard is can be seen on the stage, in both schemes and whatever the company’s accent', () => {
  const ring = /\.bg-stage :focus-visible[^{]*\{[^}]*outline-color: var\(--([a-z-]+)\);/.exec(css)?.[1] ?? 'accent';
  const [colour = '', ...others] = valuesOf(ring);
  expect(others).toEqual([]);
  expect(contrast(colour, valuesOf('stage')[0] ?? '')).toBeGreaterThanOrEqual(3);
});

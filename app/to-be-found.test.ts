import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '@/lib/config/env';
import robots from './robots';
import sitemap from './sitemap';

const GROUP = '(site)/';
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)page\.tsx$/.test(file));
const pathOf = (file: string) => `/${file.replace(GROUP, '').replace(/\/?page\.tsx$/, '')}`;
const ofTheSite = pages.filter((file) => file.startsWith(GROUP)).map(pathOf);
const others = pages.filter((file) => !file.startsWith(GROUP)).map(pathOf);

const forbidden = [robots().rules].flat().flatMap(({ disallow }) => disallow ?? []);
const isForbidden = (path: string) => forbidden.some((start) => path.startsWith(start));

test('every page of the site may be found, and is told of', () => {
  expect(ofTheSite.length).toBeGreaterThan(1);
  expect(
    sitemap()
      .map(({ url }) => url)
      .sort(),
  ).toEqual(ofTheSite.map((path) => settings().appUrl + path).sort());
  expect(ofTheSite.filter(isForbidden)).toEqual([]);
});

test('no other page may, nor anything made for programs', () => {
  expect(others.length).toBeGreaterThan(1);
  expect([...others, '/api/meetings', '/embed'].filter((path) => !isForbidden(path))).toEqual([]);
});

test('robots are told where that stands', () => {
  expect(robots().sitemap).toBe(`${settings().appUrl}/sitemap.xml`);
});

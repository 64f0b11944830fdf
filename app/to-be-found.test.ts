import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Metadata } from 'next';
import { expect, test, vi } from 'vitest';
import { settings } from '@/lib/config/env';
import robots from './robots';
import sitemap from './sitemap';

// A page is asked here outside of any request: this one says nothing.
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));

const GROUP = '(site)/';
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)page\.tsx$/.test(file));
const pathOf = (file: string) => `/${file.replace(GROUP, '').replace(/\/?page\.tsx$/, '')}`;
const ofTheSite = pages.filter((file) => file.startsWith(GROUP));
const others = pages.filter((file) => !file.startsWith(GROUP));

const forbidden = [robots().rules].flat().flatMap(({ disallow }) => disallow ?? []);
const isForbidden = (address: string) => forbidden.some((start) => address.startsWith(start));

type Module = { metadata?: Metadata; generateMetadata?: () => Promise<Metadata> };

/** The page and the layouts around it, from within. The outermost is the whole site's. */
function filesOf(page: string): string[] {
  const folders = path.dirname(page).split('/');
  const layouts = folders.map((_, depth) => [...folders.slice(0, folders.length - depth), 'layout.tsx'].join('/'));
  return [page, ...layouts].filter((file) => existsSync(path.join('app', file)));
}

/** What a page says to robots: it, or the nearest layout around it that says something. */
async function isFindable(page: string): Promise<boolean> {
  for (const file of filesOf(page)) {
    const { metadata, generateMetadata } = (await import(path.resolve('app', file))) as Module;
    const said = (metadata ?? (await generateMetadata?.()))?.robots;
    if (said) return typeof said === 'string' ? !said.includes('noindex') : said.index !== false;
  }
  return true;
}

test('every page of the site may be found, and is told of', async () => {
  expect(ofTheSite.length).toBeGreaterThan(1);
  const paths = ofTheSite.map(pathOf);
  const told = sitemap().map(({ url }) => url);
  expect(told.sort()).toEqual(paths.map((each) => settings().appUrl + each).sort());
  expect(paths.filter(isForbidden)).toEqual([]);
});

test('every other page says itself that it may not, where robots can read it', async () => {
  expect(others.length).toBeGreaterThan(1);
  for (const page of others) expect(await isFindable(page), page).toBe(false);
  expect(others.map(pathOf).filter(isForbidden)).toEqual([]);
});

test('what is made for programs is not for robots', () => {
  expect(isForbidden('/api/meetings')).toBe(true);
});

test('robots are told where that stands', () => {
  expect(robots().sitemap).toBe(`${settings().appUrl}/sitemap.xml`);
});

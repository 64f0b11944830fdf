import type { MetadataRoute } from 'next';
import { settings } from '@/lib/config/env';

// As for robots.ts: our address is a setting of the running process.
export const dynamic = 'force-dynamic';

/** The company's public pages. */
const PAGES = ['/', '/claims', '/contact', '/cover'];

export default function sitemap(): MetadataRoute.Sitemap {
  return PAGES.map((page) => ({ url: settings().appUrl + page }));
}

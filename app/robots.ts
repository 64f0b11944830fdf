import type { MetadataRoute } from 'next';
import { settings } from '@/lib/config/env';

// Asked of the running process: which address is ours is not known when it is built.
export const dynamic = 'force-dynamic';

/** What is somebody's own, agents' own or made for programs. A page here says so itself as well, where it can be read. */
const NOT_TO_BE_FOUND = ['/api/', '/dashboard', '/embed', '/join/', '/sign-in'];

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: NOT_TO_BE_FOUND },
    sitemap: `${settings().appUrl}/sitemap.xml`,
  };
}

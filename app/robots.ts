import type { MetadataRoute } from 'next';
import { settings } from '@/lib/config/env';

// Asked of the running process: which address is ours is not known when it is built.
export const dynamic = 'force-dynamic';

/**
 * Only what is made for programs. A page that is somebody's own, or agents', says so itself, and for that it has to be read:
 * of one that may not be fetched an index still lists the address, and a join page's address is the invitation.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/'] },
    sitemap: `${settings().appUrl}/sitemap.xml`,
  };
}

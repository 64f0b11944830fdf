import { brandResponse } from '@/lib/brand/brand-response';
import { currentBrand } from '@/lib/brand/current-brand';
import { handle } from '@/lib/http/handle';

export const dynamic = 'force-dynamic';

/** For anyone, and the same for everyone, so that caches before us may keep it; not for long, for it says whether it is open. */
const SECONDS = 5;

/** What the company's own site looks like, and whether somebody is there. */
export const GET = handle(async () =>
  Response.json(brandResponse(await currentBrand(), new Date()), {
    headers: { 'Cache-Control': `public, max-age=${SECONDS}` },
  }),
);

import { coloursCss, coloursUrl } from '@/lib/brand/brand-response';
import { currentBrand } from '@/lib/brand/current-brand';
import { handle } from '@/lib/http/handle';

export const dynamic = 'force-dynamic';

/** The colours in force. Under the address that names them they never change; under any other they are asked for each time. */
export const GET = handle(async (request) => {
  const brand = await currentBrand();
  const { pathname, search } = new URL(request.url);
  const isNamed = coloursUrl(brand) === pathname + search;
  return new Response(coloursCss(brand), {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
});

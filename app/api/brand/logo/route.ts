import { currentAgent } from '@/lib/auth/require-agent';
import { logoUrl } from '@/lib/brand/brand-response';
import { loadLogo, replaceLogo } from '@/lib/brand/brand-store';
import { currentBrand } from '@/lib/brand/current-brand';
import { LARGEST_LOGO_BYTES, takeLogo } from '@/lib/brand/take-logo';
import { handle, handleWrite } from '@/lib/http/handle';
import { problem } from '@/lib/http/problem';
import { readBytesCapped } from '@/lib/http/read-capped';

export const dynamic = 'force-dynamic';

/** The logo. Under the address that names it (`?v=<id>`) it never changes; under any other it is asked for again each time. */
export const GET = handle(async (request) => {
  const named = new URL(request.url).searchParams.get('v');
  const sent = request.headers.get('if-none-match');
  const { logoId } = await currentBrand();
  // From memory, so that asking again costs no query.
  if (logoId && sent === `"${logoId}"`) return new Response(null, { status: 304, headers: headersOf(logoId, named) });
  const logo = await loadLogo();
  if (!logo) return problem(404, 'not-found', 'There is no logo.');
  return new Response(new Uint8Array(logo.image), {
    headers: { ...headersOf(logo.id, named), 'Content-Type': 'image/png', 'X-Content-Type-Options': 'nosniff' },
  });
});

function headersOf(logoId: string, named: string | null) {
  return {
    ETag: `"${logoId}"`,
    'Cache-Control': named === logoId ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/** Takes the body as the new logo: 200 with its address, 413 when the file is too large, 422 when it is no picture. */
export const PUT = handleWrite(async (request) => {
  const agent = await currentAgent();
  if (!agent) return signInFirst();
  const upload = await readBytesCapped(request.body, LARGEST_LOGO_BYTES);
  if (!upload) {
    // The rest is not read, so nothing else can be asked on this connection.
    const detail = `The picture is larger than ${LARGEST_LOGO_BYTES / (1024 * 1024)} MB.`;
    return problem(413, 'too-large', detail, { headers: { Connection: 'close' } });
  }
  const taken = await takeLogo(upload);
  if (!taken.ok) return problem(422, taken.error, REASONS[taken.error]);
  return answer((await replaceLogo(taken.image, agent)).logoId);
});

/** Takes the logo away; also when there was none. */
export const DELETE = handleWrite(async () => {
  const agent = await currentAgent();
  return agent ? answer((await replaceLogo(null, agent)).logoId) : signInFirst();
});

const REASONS = {
  'no-picture': 'This file is no PNG, JPEG or WebP picture, or it is damaged.',
  'too-many-pixels': 'The picture has too many pixels. 512 × 128 are enough.',
};

const signInFirst = () => problem(401, 'unauthorized', 'Settings are for agents.');
const answer = (logoId: string | null) =>
  Response.json({ logoUrl: logoUrl(logoId) }, { headers: { 'Cache-Control': 'no-store' } });

import { byAgent } from '@/lib/audit/audit-store';
import type { SignedInAgent } from '@/lib/auth/signed-in-agent';
import { problem } from '@/lib/http/problem';
import { readBytesCapped } from '@/lib/http/read-capped';
import { findAvatarOf, loadImage, replaceAvatar, type AvatarOwner } from './avatar-store';
import { LARGEST_UPLOAD_BYTES, MOST_PIXELS } from './picture-limits';
import { takePicture } from './take-picture';

// What the picture routes of agents and of devices have in common. Who is asking is theirs to find out.

/**
 * The picture as it is kept. Under an address that names it (`?v=<avatar id>`) it never changes; under any other it is asked
 * for again each time, and 304 while it is the same.
 */
export async function answerPicture(request: Request, owner: AvatarOwner): Promise<Response> {
  const avatarId = (await findAvatarOf(owner))?.avatarId;
  if (!avatarId) return problem(404, 'not-found', 'There is no picture.');
  const isNamed = new URL(request.url).searchParams.get('v') === avatarId;
  const headers = {
    ETag: `"${avatarId}"`,
    'Cache-Control': isNamed ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  };
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers });
  const image = await loadImage(avatarId);
  // Replaced between the two look-ups.
  if (!image) return problem(404, 'not-found', 'There is no picture.');
  return new Response(new Uint8Array(image), {
    headers: { ...headers, 'Content-Type': 'image/jpeg', 'X-Content-Type-Options': 'nosniff' },
  });
}

/** Takes the body as the new picture: 200 with its id, 413 when the file is too large, 422 when it is no picture. */
export async function acceptPicture(request: Request, owner: AvatarOwner, agent: SignedInAgent): Promise<Response> {
  const upload = await readBytesCapped(request.body, LARGEST_UPLOAD_BYTES);
  if (!upload) {
    // The rest is not read, so nothing else can be asked on this connection.
    const detail = `The picture is larger than ${LARGEST_UPLOAD_BYTES / (1024 * 1024)} MB.`;
    return problem(413, 'too-large', detail, { headers: { Connection: 'close' } });
  }
  const taken = await takePicture(upload);
  if (!taken.ok) return problem(422, taken.error, REASONS[taken.error]);
  const replaced = await replaceAvatar(owner, taken.image, byAgent(agent));
  return replaced ? answerId(replaced) : unknownOwner(owner);
}

/** Takes the picture away; also when there was none. */
export async function removePicture(owner: AvatarOwner, agent: SignedInAgent): Promise<Response> {
  const replaced = await replaceAvatar(owner, null, byAgent(agent));
  return replaced ? answerId(replaced) : unknownOwner(owner);
}

const REASONS = {
  'no-picture': 'This file is no JPEG, PNG or WebP picture, or it is damaged.',
  'too-many-pixels': `The picture has more than ${MOST_PIXELS / 1_000_000} million pixels.`,
};

const answerId = (body: { avatarId: string | null }) =>
  Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
const unknownOwner = ({ kind }: AvatarOwner) => problem(404, 'not-found', `This ${kind} does not exist any more.`);

import { askForImage, pathSegment, type PolicyParameters } from './ask-policy';
import { report, type PolicySurroundings } from './consult';
import type { AvatarSize } from './device-parameters';
import { readJpegHeader } from './jpeg-header';
import type { Reading } from './policy-record';

/** Reads an avatar: `image/jpeg` in RGB and of exactly the size asked for, or it is not shown (policy-api.md §7). */
export function readAvatar(contentType: string, bytes: Buffer, wanted: AvatarSize): Reading<Buffer> {
  const unusable = (field: string): Reading<Buffer> => ({ verdict: 'void', field });
  const [mediaType] = contentType.split(';');
  if (mediaType?.trim().toLowerCase() !== 'image/jpeg') return unusable('Field=content-type (not image/jpeg)');
  const header = readJpegHeader(bytes);
  if (!header) return unusable('Field=image (not a JPEG)');
  if (header.components !== 3) return unusable(`Field=image (${header.components} components, not RGB)`);
  if (header.width !== wanted.width || header.height !== wanted.height) {
    return unusable(`Field=image (${header.width}x${header.height}, not ${wanted.width}x${wanted.height})`);
  }
  return { verdict: 'used', value: bytes };
}

/** An alias as avatar paths carry it: without the scheme that `remote_alias` may have (policy-api.md §3). */
const pathAlias = (alias: string) => pathSegment(alias.replace(/^(sips?|h323):/i, ''));

/** The picture for an alias, or null, for which a node shows its placeholder. Never rejects. */
export async function askAvatar(
  surroundings: PolicySurroundings,
  alias: string,
  parameters: PolicyParameters,
  wanted: AvatarSize,
): Promise<Buffer | null> {
  // Nobody can be asked for by no name.
  if (alias === '') return null;
  const path = `participant/avatar/${pathAlias(alias)}`;
  const query = { question: 'avatar' as const, path, parameters, otherwise: 'placeholder shown' };
  const asked = await askForImage(surroundings.profile, path, parameters);
  const reading: Reading<Buffer> =
    asked.type === 'none' ? { verdict: 'failed', why: asked.why } : readAvatar(asked.contentType, asked.bytes, wanted);
  const header = asked.type === 'none' ? null : readJpegHeader(asked.bytes);
  report(surroundings, query, { status: asked.status, action: null, result: header }, reading);
  return reading.verdict === 'used' ? reading.value : null;
}

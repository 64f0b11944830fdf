import * as z from 'zod/mini';
import { json, send } from '@/components/ui/send';
import '@/lib/call/zod-without-eval';
import { BrandSettings, type SavedBrand } from '@/lib/brand/brand-settings';

// Our own HTTP API of the brand, as the desk uses it. Nothing here throws: a network that fails is an answer.

const Saved: z.ZodMiniType<SavedBrand> = z.object({
  settings: z.custom<BrandSettings>((value) => BrandSettings.safeParse(value).success),
  savedAt: z.nullable(z.string()),
  savedBy: z.nullable(z.string()),
  logoId: z.nullable(z.string()),
});
const Logo = z.object({ logoUrl: z.nullable(z.string()) });

const TIMEOUT_MS = 15_000;
/** A picture on a slow line. */
const UPLOAD_TIMEOUT_MS = 60_000;

export const fetchBrand = () => send('/api/brand/settings', Saved, { timeoutMs: TIMEOUT_MS, cache: 'no-store' });
export const putBrand = (settings: BrandSettings, basedOn: string | null) =>
  send('/api/brand/settings', Saved, { timeoutMs: TIMEOUT_MS, ...json('PUT', { ...settings, basedOn }) });
export const putLogo = (file: Blob) =>
  send('/api/brand/logo', Logo, { timeoutMs: UPLOAD_TIMEOUT_MS, method: 'PUT', body: file });
export const deleteLogo = () => send('/api/brand/logo', Logo, { timeoutMs: TIMEOUT_MS, method: 'DELETE' });

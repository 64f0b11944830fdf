import { settings } from '@/lib/config/env';
import { handle } from '@/lib/http/handle';
import { openApi } from '@/lib/openapi/openapi';

export const dynamic = 'force-dynamic';

/** The API described for programs. */
export const GET = handle(() => Promise.resolve(Response.json(openApi(settings().appUrl))));

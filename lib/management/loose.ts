import { z } from 'zod';

// Fields of the API's objects that may be absent, null, empty or of another kind, and then say nothing.

export const text = z.string().min(1).optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);

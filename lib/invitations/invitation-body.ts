import { z } from 'zod';
import { line } from '@/lib/meetings/line';

/** Body of `POST /api/meetings/{alias}/invitations`: who is invited, as the others in the call will see them. */
export const InvitationBody = z.strictObject({ displayName: line(80) });

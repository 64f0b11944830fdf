import * as z from 'zod/mini';

// What the routes of personal links answer; light, because the panel reads it.
//
// Refusals, by `code` of the problem:
// - 401 `unauthorized`, 403 `wrong-host-key`: only hosts make, see and withdraw links; 404 `not-found`: no such meeting
// - 404 `no-invitation`: the meeting has no such link
// - 409 `too-many-invitations`: a meeting has a hundred at most; 409 `ended`, `cancelled`: it is over
// - 429 `rate-limited`
// And of `POST …/join`: 410 `invitation-withdrawn`, 403 `invitation-unknown` (a link that was cut short), 403
// `invitation-required` (the meeting's own link lets no guest in).

const Instant = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

/** 201 of `POST …/invitations`. The link is shown here once. */
export const CreatedInvitation = z.object({
  id: z.string(),
  link: z.string(),
  displayName: z.string(),
  /** The meeting's end, as it is now: when that is moved, the link goes with it. */
  validUntil: Instant,
});
export type CreatedInvitation = z.infer<typeof CreatedInvitation>;

/** 200 of `DELETE …/invitations/{id}`. */
export const ListedInvitation = z.object({
  id: z.string(),
  displayName: z.string(),
  createdAt: Instant,
  /** The agent who made it; null for whoever holds the host key. */
  createdBy: z.nullable(z.string()),
  /** When somebody last joined by it. */
  lastUsedAt: z.nullable(Instant),
  withdrawnAt: z.nullable(Instant),
});
export type ListedInvitation = z.infer<typeof ListedInvitation>;

/** 200 of `GET …/invitations`, the oldest first. */
export const InvitationList = z.object({ validUntil: Instant, invitations: z.array(ListedInvitation) });
export type InvitationList = z.infer<typeof InvitationList>;

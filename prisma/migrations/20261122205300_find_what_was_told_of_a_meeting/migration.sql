-- What Prisma has no words for: by the meeting that an event tells of (lib/webhooks/webhook-event-store.ts), so that erasing
-- somebody does not read all that was ever told.
CREATE INDEX "webhook_event_meeting_idx" ON "webhook_event" (("payload"->'meeting'->>'alias'));

-- Whoever has no name and no address may have said something all the same: a reason for leaving, a call tag. What is still to be
-- erased, the oldest first (lib/retention/age-out-store.ts): people are marked with the name, legs lose their state of folding.
DROP INDEX "participant_to_erase_idx";
CREATE INDEX "participant_to_erase_idx" ON "participant" ((coalesce("left_at", "arrived_at", '-infinity')))
  WHERE ("display_name" <> 'Erased' OR "address" IS NOT NULL OR ("display_name" IS NULL AND "left_reason" IS NOT NULL));
DROP INDEX "participant_leg_to_erase_idx";
CREATE INDEX "participant_leg_to_erase_idx" ON "participant_leg" ((coalesce("disconnected_at", "connected_at", '-infinity')))
  WHERE ("display_name" <> 'Erased' OR "address" IS NOT NULL OR "folding" IS NOT NULL);

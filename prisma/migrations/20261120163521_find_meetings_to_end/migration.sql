-- CreateIndex
CREATE INDEX "meeting_ended_at_valid_until_idx" ON "meeting"("ended_at", "valid_until");

-- CreateIndex
CREATE INDEX "meeting_ended_at_cancelled_at_idx" ON "meeting"("ended_at", "cancelled_at");

-- CreateIndex
CREATE INDEX "meeting_valid_from_id_idx" ON "meeting"("valid_from", "id");

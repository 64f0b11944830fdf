-- CreateIndex
CREATE INDEX "meeting_created_by_agent_id_valid_until_idx" ON "meeting"("created_by_agent_id", "valid_until");

-- CreateIndex
CREATE INDEX "ticket_agent_id_idx" ON "ticket"("agent_id");

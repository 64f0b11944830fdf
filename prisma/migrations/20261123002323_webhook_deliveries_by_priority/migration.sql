-- DropIndex
DROP INDEX "webhook_delivery_state_next_try_at_idx";

-- AlterTable
ALTER TABLE "webhook_delivery" ADD COLUMN     "priority" SMALLINT NOT NULL DEFAULT 1;

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_state_priority_next_try_at_idx" ON "webhook_delivery"("webhook_id", "state", "priority", "next_try_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_idx" ON "webhook_delivery"("state");

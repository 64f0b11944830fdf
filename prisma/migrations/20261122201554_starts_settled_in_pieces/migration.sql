-- AlterTable
ALTER TABLE "sink_start" ADD COLUMN     "settled_to" VARCHAR(250);

-- CreateIndex
CREATE INDEX "sink_start_settled_to_idx" ON "sink_start"("settled_to");

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "is_invitation_required" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "invitation_id" UUID,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "secret_hash" CHAR(64) NOT NULL,
    "display_name" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_agent_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_rating" (
    "ticket_id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "stars" SMALLINT NOT NULL,
    "word" VARCHAR(500),
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_rating_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_secret_hash_key" ON "invitation"("secret_hash");

-- CreateIndex
CREATE INDEX "invitation_meeting_id_created_at_id_idx" ON "invitation"("meeting_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "invitation_created_by_agent_id_idx" ON "invitation"("created_by_agent_id");

-- CreateIndex
CREATE INDEX "call_rating_meeting_id_idx" ON "call_rating"("meeting_id");

-- CreateIndex
CREATE INDEX "call_rating_stars_meeting_id_idx" ON "call_rating"("stars", "meeting_id");

-- CreateIndex
CREATE INDEX "ticket_invitation_id_idx" ON "ticket"("invitation_id");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_agent_id_fkey" FOREIGN KEY ("created_by_agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_rating" ADD CONSTRAINT "call_rating_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_rating" ADD CONSTRAINT "call_rating_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

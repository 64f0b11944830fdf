-- CreateTable
CREATE TABLE "brand_logo" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "image" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brand_logo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visitor_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "email" VARCHAR(254),
    "phone" VARCHAR(40),
    "text" VARCHAR(2000),
    "wanted_at" TIMESTAMPTZ(3),
    "language" VARCHAR(35),
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "visitor_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "visitor_message_received_at_id_idx" ON "visitor_message"("received_at", "id");

-- CreateIndex
CREATE INDEX "visitor_message_answered_at_received_at_idx" ON "visitor_message"("answered_at", "received_at");

-- CreateIndex
CREATE INDEX "visitor_message_answered_by_id_idx" ON "visitor_message"("answered_by_id");

-- AddForeignKey
ALTER TABLE "visitor_message" ADD CONSTRAINT "visitor_message_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "end_known_by" AS ENUM ('reported', 'conference_ended', 'node_restarted', 'not_listed');

-- CreateEnum
CREATE TYPE "webhook_state" AS ENUM ('waiting', 'delivered', 'failed');

-- DropIndex
DROP INDEX "participant_leg_service_name_disconnected_at_idx";

-- AlterTable
ALTER TABLE "conference_node" ADD COLUMN     "folding" JSONB,
ADD COLUMN     "main_name" VARCHAR(250) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "participant_leg" ADD COLUMN     "address" VARCHAR(250),
ADD COLUMN     "end_known_by" "end_known_by",
ADD COLUMN     "folding" JSONB,
ADD COLUMN     "heard_at" TIMESTAMPTZ(3),
ADD COLUMN     "main_name" VARCHAR(250) NOT NULL DEFAULT '',
ADD COLUMN     "related_ids" VARCHAR(100)[] DEFAULT ARRAY[]::VARCHAR(100)[];

-- CreateTable
CREATE TABLE "event_to_apply" (
    "event_id" BIGINT NOT NULL,

    CONSTRAINT "event_to_apply_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "sink_node" (
    "node" VARCHAR(100) NOT NULL,
    "events" BIGINT NOT NULL,
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,
    "last_received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sink_node_pkey" PRIMARY KEY ("node")
);

-- CreateTable
CREATE TABLE "sink_start" (
    "node" VARCHAR(100) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sink_start_pkey" PRIMARY KEY ("node","at")
);

-- CreateTable
CREATE TABLE "leg_media" (
    "leg_id" VARCHAR(100) NOT NULL,
    "quality" SMALLINT,
    "worst_quality" SMALLINT,
    "streams" JSONB,
    "folding" JSONB,

    CONSTRAINT "leg_media_pkey" PRIMARY KEY ("leg_id")
);

-- CreateTable
CREATE TABLE "media_window" (
    "event_id" BIGINT NOT NULL,
    "leg_id" VARCHAR(100) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "quality" SMALLINT NOT NULL,
    "lost_to_node" DOUBLE PRECISION,
    "lost_to_person" DOUBLE PRECISION,

    CONSTRAINT "media_window_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "participant" (
    "service_name" VARCHAR(250) NOT NULL,
    "conversation_id" VARCHAR(100) NOT NULL,
    "display_name" VARCHAR(250),
    "address" VARCHAR(250),
    "protocol" VARCHAR(30),
    "role" "role",
    "ticket_id" UUID,
    "agent_id" UUID,
    "is_counted" BOOLEAN NOT NULL,
    "is_waiting" BOOLEAN NOT NULL,
    "is_muted" BOOLEAN NOT NULL,
    "room" VARCHAR(250),
    "arrived_at" TIMESTAMPTZ(3),
    "joined_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),
    "left_reason" VARCHAR(250),
    "left_known_by" "end_known_by",
    "quality" SMALLINT,
    "worst_quality" SMALLINT,
    "streams" JSONB,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("service_name","conversation_id")
);

-- CreateTable
CREATE TABLE "conference" (
    "service_name" VARCHAR(250) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "has_host" BOOLEAN NOT NULL DEFAULT false,
    "is_locked" BOOLEAN NOT NULL DEFAULT false,
    "first_arrived_at" TIMESTAMPTZ(3),
    "first_joined_at" TIMESTAMPTZ(3),
    "host_joined_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "last_left_at" TIMESTAMPTZ(3),
    "people" INTEGER NOT NULL DEFAULT 0,
    "peak" INTEGER NOT NULL DEFAULT 0,
    "duration_ms" BIGINT,
    "ended_by" VARCHAR(30),
    "worst_quality" SMALLINT,

    CONSTRAINT "conference_pkey" PRIMARY KEY ("service_name")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor" VARCHAR(120) NOT NULL,
    "action" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "url" VARCHAR(500) NOT NULL,
    "secret" VARCHAR(100) NOT NULL,
    "types" VARCHAR(40)[],
    "note" VARCHAR(250) NOT NULL DEFAULT '',
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type" VARCHAR(40) NOT NULL,
    "key" VARCHAR(400) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "webhook_state" NOT NULL DEFAULT 'waiting',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_tried_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),
    "last_status" SMALLINT,
    "last_problem" VARCHAR(300),
    "latency_ms" INTEGER,
    "is_replay" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "media_window_leg_id_at_idx" ON "media_window"("leg_id", "at");

-- CreateIndex
CREATE INDEX "participant_left_at_service_name_idx" ON "participant"("left_at", "service_name");

-- CreateIndex
CREATE INDEX "participant_arrived_at_service_name_conversation_id_idx" ON "participant"("arrived_at", "service_name", "conversation_id");

-- CreateIndex
CREATE INDEX "conference_first_joined_at_idx" ON "conference"("first_joined_at");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at", "id");

-- CreateIndex
CREATE INDEX "webhook_event_created_at_idx" ON "webhook_event"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_type_key_key" ON "webhook_event"("type", "key");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_id_idx" ON "webhook_delivery"("webhook_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_next_try_at_idx" ON "webhook_delivery"("state", "next_try_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_event_id_idx" ON "webhook_delivery"("event_id");

-- CreateIndex
CREATE INDEX "conference_node_ended_at_idx" ON "conference_node"("ended_at");

-- CreateIndex
CREATE INDEX "conference_node_main_name_idx" ON "conference_node"("main_name");

-- CreateIndex
CREATE INDEX "participant_leg_main_name_disconnected_at_idx" ON "participant_leg"("main_name", "disconnected_at");

-- CreateIndex
CREATE INDEX "participant_leg_node_end_known_by_idx" ON "participant_leg"("node", "end_known_by");

-- CreateIndex
CREATE INDEX "participant_leg_disconnected_at_node_idx" ON "participant_leg"("disconnected_at", "node");

-- CreateIndex
CREATE INDEX "participant_leg_related_ids_idx" ON "participant_leg" USING GIN ("related_ids");

-- CreateIndex
CREATE INDEX "participant_leg_conversation_id_idx" ON "participant_leg"("conversation_id");

-- CreateIndex
CREATE INDEX "sink_event_unreadable_reason_id_idx" ON "sink_event"("unreadable_reason", "id");

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "webhook_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every row is computed from events. What is stored already is applied anew, so that its rows have what is new here.
UPDATE "sink_event" SET "subject" = 'media:' || ("envelope"->'data'->>'uuid')
WHERE "unreadable_reason" IS NULL AND length("envelope"->'data'->>'uuid') BETWEEN 1 AND 100
  AND "envelope"->>'event' IN ('participant_media_stream_window', 'participant_media_streams_destroyed');
DELETE FROM "participant_leg";
DELETE FROM "conference_node";
INSERT INTO "event_to_apply" ("event_id") SELECT "id" FROM "sink_event" WHERE "unreadable_reason" IS NULL;

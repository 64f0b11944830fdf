-- CreateEnum
CREATE TYPE "role" AS ENUM ('host', 'guest');

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alias" VARCHAR(120) NOT NULL,
    "service_name" VARCHAR(120) NOT NULL,
    "topic" VARCHAR(120),
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "host_pin" VARCHAR(20) NOT NULL,
    "host_key_hash" CHAR(64) NOT NULL,
    "is_lobby" BOOLEAN NOT NULL DEFAULT false,
    "participant_limit" INTEGER,
    "created_by_agent_id" UUID,
    "visitor_name" VARCHAR(80),
    "visitor_language" VARCHAR(35),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "meeting_id" UUID NOT NULL,
    "display_name" VARCHAR(80) NOT NULL,
    "role" "role" NOT NULL,
    "agent_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" CHAR(64),
    "uses" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sink_event" (
    "id" BIGSERIAL NOT NULL,
    "dedupe_key" CHAR(64) NOT NULL,
    "subject" VARCHAR(400),
    "envelope" JSONB NOT NULL,
    "unreadable_reason" VARCHAR(200),
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sink_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conference_node" (
    "service_name" VARCHAR(250) NOT NULL,
    "node" VARCHAR(100) NOT NULL,
    "service_tag" VARCHAR(250),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "has_host" BOOLEAN NOT NULL DEFAULT false,
    "is_locked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "conference_node_pkey" PRIMARY KEY ("service_name","node")
);

-- CreateTable
CREATE TABLE "participant_leg" (
    "id" VARCHAR(100) NOT NULL,
    "conversation_id" VARCHAR(100) NOT NULL,
    "service_name" VARCHAR(250) NOT NULL,
    "node" VARCHAR(100) NOT NULL,
    "display_name" VARCHAR(250),
    "protocol" VARCHAR(30),
    "call_tag" VARCHAR(250),
    "role" "role",
    "stage" VARCHAR(50),
    "has_media" BOOLEAN NOT NULL DEFAULT false,
    "is_muted" BOOLEAN NOT NULL DEFAULT false,
    "is_streaming" BOOLEAN NOT NULL DEFAULT false,
    "connected_at" TIMESTAMPTZ(3),
    "joined_at" TIMESTAMPTZ(3),
    "disconnected_at" TIMESTAMPTZ(3),
    "disconnect_reason" VARCHAR(250),

    CONSTRAINT "participant_leg_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" VARCHAR(254) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_alias_key" ON "meeting"("alias");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_service_name_key" ON "meeting"("service_name");

-- CreateIndex
CREATE INDEX "meeting_valid_until_idx" ON "meeting"("valid_until");

-- CreateIndex
CREATE INDEX "meeting_created_at_id_idx" ON "meeting"("created_at", "id");

-- CreateIndex
CREATE INDEX "ticket_meeting_id_idx" ON "ticket"("meeting_id");

-- CreateIndex
CREATE INDEX "ticket_expires_at_idx" ON "ticket"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "sink_event_dedupe_key_key" ON "sink_event"("dedupe_key");

-- CreateIndex
CREATE INDEX "sink_event_subject_id_idx" ON "sink_event"("subject", "id");

-- CreateIndex
CREATE INDEX "sink_event_received_at_idx" ON "sink_event"("received_at");

-- CreateIndex
CREATE INDEX "participant_leg_service_name_disconnected_at_idx" ON "participant_leg"("service_name", "disconnected_at");

-- CreateIndex
CREATE UNIQUE INDEX "agent_email_key" ON "agent"("email");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_created_by_agent_id_fkey" FOREIGN KEY ("created_by_agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "policy_decision" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request" VARCHAR(20) NOT NULL,
    "alias" VARCHAR(250) NOT NULL,
    "meeting_id" UUID,
    "location" VARCHAR(250) NOT NULL,
    "node" VARCHAR(100) NOT NULL,
    "protocol" VARCHAR(30) NOT NULL,
    "caller" VARCHAR(250) NOT NULL,
    "outcome" VARCHAR(20) NOT NULL,
    "reason" VARCHAR(250) NOT NULL,
    "latency_us" INTEGER NOT NULL,

    CONSTRAINT "policy_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "node_sighting" (
    "node" VARCHAR(100) NOT NULL,
    "location" VARCHAR(250) NOT NULL,
    "version" VARCHAR(50) NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "requests" BIGINT NOT NULL,

    CONSTRAINT "node_sighting_pkey" PRIMARY KEY ("node","location")
);

-- CreateTable
CREATE TABLE "refused_credentials" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "door" VARCHAR(10) NOT NULL,
    "address" VARCHAR(100) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refused_credentials_pkey" PRIMARY KEY ("hour","door","address")
);

-- CreateIndex
CREATE INDEX "policy_decision_at_id_idx" ON "policy_decision"("at", "id");

-- CreateIndex
CREATE INDEX "policy_decision_alias_at_idx" ON "policy_decision"("alias", "at");

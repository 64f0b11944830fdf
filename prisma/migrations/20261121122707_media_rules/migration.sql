-- CreateTable
CREATE TABLE "media_rule" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "asking_location" VARCHAR(250) NOT NULL,
    "network" VARCHAR(50) NOT NULL,
    "protocol" VARCHAR(30) NOT NULL,
    "location" VARCHAR(250) NOT NULL,
    "overflow" VARCHAR(250)[],
    "note" VARCHAR(250) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "media_rule_asking_location_network_protocol_key" ON "media_rule"("asking_location", "network", "protocol");

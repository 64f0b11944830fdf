-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "home_location" VARCHAR(250),
ADD COLUMN     "settings_id" INTEGER;

-- CreateTable
CREATE TABLE "conference_settings" (
    "id" SERIAL NOT NULL,
    "value" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,

    CONSTRAINT "conference_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" VARCHAR(50) NOT NULL,
    "value" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_settings_id_fkey" FOREIGN KEY ("settings_id") REFERENCES "conference_settings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conference_settings" ADD CONSTRAINT "conference_settings_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "setting" ADD CONSTRAINT "setting_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What holds before anyone has saved anything is a row too: meetings that run under it can then keep it.
INSERT INTO "conference_settings" ("value") VALUES ('{"everywhere": {}, "locations": []}');

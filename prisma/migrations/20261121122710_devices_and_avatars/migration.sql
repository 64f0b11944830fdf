-- CreateEnum
CREATE TYPE "device_kind" AS ENUM ('device', 'room');

-- CreateEnum
CREATE TYPE "device_meetings" AS ENUM ('none', 'own', 'all');

-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "avatar_id" UUID;

-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "alias" VARCHAR(250) NOT NULL,
    "name" VARCHAR(250) NOT NULL,
    "kind" "device_kind" NOT NULL,
    "branch" VARCHAR(120) NOT NULL DEFAULT '',
    "username" VARCHAR(100) NOT NULL DEFAULT '',
    "password" VARCHAR(100) NOT NULL DEFAULT '',
    "is_listed" BOOLEAN NOT NULL DEFAULT true,
    "finds" "device_meetings" NOT NULL DEFAULT 'none',
    "agent_id" UUID,
    "avatar_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avatar" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "image" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "avatar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_alias_key" ON "device"("alias");

-- CreateIndex
CREATE UNIQUE INDEX "device_avatar_id_key" ON "device"("avatar_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_avatar_id_key" ON "agent"("avatar_id");

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_avatar_id_fkey" FOREIGN KEY ("avatar_id") REFERENCES "avatar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_avatar_id_fkey" FOREIGN KEY ("avatar_id") REFERENCES "avatar"("id") ON DELETE SET NULL ON UPDATE CASCADE;

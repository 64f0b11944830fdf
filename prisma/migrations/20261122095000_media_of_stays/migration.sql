-- AlterTable
ALTER TABLE "participant_leg" ADD COLUMN     "media_since" TIMESTAMPTZ(3),
ADD COLUMN     "media_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "away_ms" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sink_start" ADD COLUMN     "tells" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "early_views_only" BOOLEAN;

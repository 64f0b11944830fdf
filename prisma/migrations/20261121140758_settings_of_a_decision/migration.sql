-- AlterTable
ALTER TABLE "policy_decision" ADD COLUMN     "settings_id" INTEGER;

-- AlterTable
ALTER TABLE "policy_decision" ADD COLUMN     "asked" VARCHAR(2000) NOT NULL DEFAULT '',
ADD COLUMN     "caller_alias" VARCHAR(250) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "participant_leg" ADD COLUMN     "host_joined_at" TIMESTAMPTZ(3);

-- As it was told until now: whoever is a host was one from the moment they were in.
UPDATE "participant_leg" SET "host_joined_at" = "joined_at" WHERE "role" = 'host';

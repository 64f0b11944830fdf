-- AlterTable
ALTER TABLE "participant_leg" ADD COLUMN     "former_names" VARCHAR(250)[] DEFAULT ARRAY[]::VARCHAR(250)[];

-- Hardly any leg has one, and whoever looks for somebody looks at all of those (lib/retention/find-people-store.ts).
CREATE INDEX "participant_leg_former_names_idx" ON "participant_leg" ("main_name") WHERE "former_names" <> '{}';

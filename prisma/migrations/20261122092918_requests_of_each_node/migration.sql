-- AlterTable
ALTER TABLE "node_sighting" ADD COLUMN     "avatar_at" TIMESTAMPTZ(3),
ADD COLUMN     "directory_at" TIMESTAMPTZ(3),
ADD COLUMN     "location_at" TIMESTAMPTZ(3),
ADD COLUMN     "participant_at" TIMESTAMPTZ(3),
ADD COLUMN     "registration_at" TIMESTAMPTZ(3),
ADD COLUMN     "service_at" TIMESTAMPTZ(3);

-- As far as decisions are kept, what nodes have asked for already is known.
UPDATE "node_sighting" AS "sighting" SET
  "service_at" = "known"."service_at",
  "participant_at" = "known"."participant_at",
  "location_at" = "known"."location_at",
  "avatar_at" = "known"."avatar_at",
  "directory_at" = "known"."directory_at",
  "registration_at" = "known"."registration_at"
FROM (
  SELECT "node", "location",
    max("at") FILTER (WHERE "request" = 'service') AS "service_at",
    max("at") FILTER (WHERE "request" = 'participant') AS "participant_at",
    max("at") FILTER (WHERE "request" = 'location') AS "location_at",
    max("at") FILTER (WHERE "request" = 'avatar') AS "avatar_at",
    max("at") FILTER (WHERE "request" = 'directory') AS "directory_at",
    max("at") FILTER (WHERE "request" = 'registration') AS "registration_at"
  FROM "policy_decision" GROUP BY "node", "location"
) AS "known"
WHERE "sighting"."node" = "known"."node" AND "sighting"."location" = "known"."location";

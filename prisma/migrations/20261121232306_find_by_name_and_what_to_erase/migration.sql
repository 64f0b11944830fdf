-- DropIndex
DROP INDEX "sink_event_unreadable_reason_id_idx";

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "names_erased_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "meeting_names_erased_at_valid_until_idx" ON "meeting"("names_erased_at", "valid_until");

-- What Prisma has no words for.

-- Unreadable events are few, and the newest are shown: no other event is in here.
CREATE INDEX "sink_event_unreadable_idx" ON "sink_event" ("id" DESC) WHERE "unreadable_reason" IS NOT NULL;

-- Whoever still has a name or an address, the oldest first (lib/retention/age-out-store.ts).
CREATE INDEX "participant_to_erase_idx" ON "participant" ((coalesce("left_at", "arrived_at", '-infinity')))
  WHERE ("display_name" <> 'Erased' OR "address" IS NOT NULL);
CREATE INDEX "participant_leg_to_erase_idx" ON "participant_leg" ((coalesce("disconnected_at", "connected_at", '-infinity')))
  WHERE ("display_name" <> 'Erased' OR "address" IS NOT NULL);

-- Which three letters stand in names and topics (lib/history/text-search-store.ts). The extension comes with PostgreSQL, and
-- who owns a database may add it; where it was left out, a search reads the table instead.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION
  WHEN feature_not_supported OR undefined_file OR insufficient_privilege THEN
    RAISE NOTICE 'pg_trgm cannot be had (%): searching by name will read whole tables', SQLERRM;
END
$$;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
    CREATE INDEX "participant_names_idx" ON "participant" USING gin
      (lower("display_name" COLLATE "C") gin_trgm_ops, lower("address" COLLATE "C") gin_trgm_ops);
    CREATE INDEX "meeting_names_idx" ON "meeting" USING gin
      (lower("topic" COLLATE "C") gin_trgm_ops, lower("visitor_name" COLLATE "C") gin_trgm_ops);
  END IF;
END
$$;

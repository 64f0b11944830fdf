-- Which three letters stand in names of legs, for whoever asks to be erased from a conference that is not ours: of those
-- there are no people, only legs (lib/retention/find-people-store.ts). As migration find_by_name_and_what_to_erase does it.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
    CREATE INDEX "participant_leg_names_idx" ON "participant_leg" USING gin
      (lower("display_name" COLLATE "C") gin_trgm_ops, lower("address" COLLATE "C") gin_trgm_ops);
  END IF;
END
$$;

-- The first half of each key, as 16 bytes instead of 64 characters; contents as text instead of taken apart. The table is
-- written anew: nodes wait that long, and send again.
ALTER TABLE "sink_event"
  ALTER COLUMN "dedupe_key" SET DATA TYPE UUID USING left("dedupe_key", 32)::uuid,
  ALTER COLUMN "envelope" SET DATA TYPE JSON USING "envelope"::json;

-- The same keys where it is kept how far the events of a row are folded: they settle the order of what happened at once.
UPDATE "participant_leg" SET "folding" = jsonb_set("folding", '{last,key}', to_jsonb(left("folding"->'last'->>'key', 32)::uuid))
WHERE "folding"->'last' ? 'key';
UPDATE "leg_media" SET "folding" = jsonb_set("folding", '{last,key}', to_jsonb(left("folding"->'last'->>'key', 32)::uuid))
WHERE "folding"->'last' ? 'key';
UPDATE "conference_node" SET "folding" = jsonb_set("folding", '{last,key}', to_jsonb(left("folding"->'last'->>'key', 32)::uuid))
WHERE "folding"->'last' ? 'key';

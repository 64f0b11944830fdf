-- What callers and their endpoints wrote themselves goes with their names (lib/retention/free-text-store.ts). Of those whose
-- names went before that was so, nothing else would find it any more.
UPDATE "participant" SET "left_reason" = 'Erased'
WHERE "display_name" = 'Erased' AND "address" IS NULL AND "left_reason" <> 'Erased' AND "left_reason" !~*
  '^(Call disconnected|Timer expired awaiting token refresh|Conference host ended the conference with a DTMF command|Conference terminated by a Host participant|Conference terminated by an administrator|Disconnected by an administrator|Disconnected by another participant|Conference terminated by another participant|Timeout waiting for conference host to join or permit access to locked conference)( \(#pex[0-9]+\))?$';

UPDATE "participant_leg" SET "disconnect_reason" = 'Erased'
WHERE "display_name" = 'Erased' AND "address" IS NULL AND "disconnect_reason" <> 'Erased' AND "disconnect_reason" !~*
  '^(Call disconnected|Timer expired awaiting token refresh|Conference host ended the conference with a DTMF command|Conference terminated by a Host participant|Conference terminated by an administrator|Disconnected by an administrator|Disconnected by another participant|Conference terminated by another participant|Timeout waiting for conference host to join or permit access to locked conference)( \(#pex[0-9]+\))?$';

UPDATE "participant_leg" SET "call_tag" = NULL
WHERE "display_name" = 'Erased' AND "address" IS NULL
  AND "call_tag" !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

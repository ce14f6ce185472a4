-- Made from RoomUse (Sources/YiceIndicators/Reading), do not edit by hand.
-- Lines of rooms with the text that says what they are for (用途, else the name) and how many rooms they are.
-- A 用途 that says nothing (教学) stands in list 'vague_room_purposes' of table word.

DROP VIEW IF EXISTS temp.room_use;
CREATE VIEW temp.room_use AS
SELECT r.*,
  coalesce(CASE WHEN e.word IS NULL THEN nullif(r.purpose, '') END, nullif(r.name, ''), nullif(r.purpose, '')) AS used_as,
  coalesce(r.room_count, 1) AS rooms
FROM room AS r
LEFT JOIN word AS e ON e.list = 'vague_room_purposes' AND e.stage = '' AND e.word = r.purpose;

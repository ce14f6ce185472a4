-- Made from RoomUse (Sources/YiceIndicators/Reading), do not edit by hand.
-- Lines of rooms with what they are for (用途, else the name without a number behind it) and how many rooms they are.

DROP VIEW IF EXISTS temp.room_use;
CREATE VIEW temp.room_use AS
SELECT r.*, coalesce(nullif(r.purpose, ''), rtrim(r.name, ' 0123456789一二三四五六七八九十号#()（）')) AS used_as, coalesce(r.room_count, 1) AS rooms FROM room AS r;

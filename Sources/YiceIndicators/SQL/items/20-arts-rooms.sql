-- G3: for every 12 classes (小学 and 初中 together, one rounding up a school) a 音乐 and a 美术 room of full size.
-- A room's size is its usable area, or its gross area where no usable area is written. A line
-- with 间数 is so many rooms of that size. Where none is of full size, and of some room nobody knows whether it is one
-- (音体美教室, a 专用教室 that says nothing), the number is not told. Under a relaxation a room also counts by the limits for schools (not rooms) that
-- were planned and built long ago, and for small village schools: whichever is lowest (2019 规程).

INSERT INTO item_school
WITH subject AS (
  SELECT '音乐' AS part, 'music_rooms' AS list, 'music' AS name, 'relaxed_music' AS relaxed_name
  UNION ALL SELECT '美术', 'art_rooms', 'art', 'relaxed_art'
),
limits AS (
  SELECT m.item, u.part, u.list,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = u.name) AS least,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = u.relaxed_name) AS old_least,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = 'relaxed_built_until') AS built_until,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = 'relaxed_class_below') AS class_below,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = 'relaxed_primary') AS small_primary,
    (SELECT g.value FROM setting AS g WHERE g.item = m.item AND g.name = 'relaxed_junior') AS small_junior,
    (SELECT cast(g.value AS BIGINT) FROM setting AS g WHERE g.item = m.item AND g.name = 'classes') AS per
  FROM measure AS m CROSS JOIN subject AS u
  WHERE m.measure = 'arts_rooms'
),
rooms AS (
  SELECT l.item, l.part, s.org_code,
    sum(CASE WHEN coalesce(r.usable_area, r.floor_area) >= l.least THEN r.rooms ELSE 0 END) AS full_size,
    sum(CASE WHEN coalesce(r.usable_area, r.floor_area) >= l.least THEN 0 ELSE r.rooms END) AS too_small,
    sum(CASE
      WHEN coalesce(r.usable_area, r.floor_area) >= l.least
        OR (s.built_year <= l.built_until AND coalesce(r.usable_area, r.floor_area) >= l.old_least)
        OR (v.word IS NOT NULL
          AND s.largest < l.class_below
          AND coalesce(r.usable_area, r.floor_area)
            >= CASE WHEN s.primary_pupils > 0 THEN l.small_primary ELSE l.small_junior END)
      THEN r.rooms ELSE 0 END) AS relaxed_size
  FROM limits AS l
  CROSS JOIN own_school AS s
  CROSS JOIN chosen_year AS y
  JOIN room_use AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
  JOIN word AS p ON p.list = l.list AND p.stage = '' AND p.word = r.used_as
  LEFT JOIN word AS v ON v.list = 'village_codes' AND v.stage = '' AND v.word = s.urban_rural
  GROUP BY l.item, l.part, s.org_code
),
doubts AS (
  SELECT l.item, l.part, s.org_code, count(*) AS cases
  FROM limits AS l
  CROSS JOIN own_school AS s
  CROSS JOIN chosen_year AS y
  JOIN room_use AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
  LEFT JOIN word AS d ON d.list = 'doubtful_' || l.list AND d.stage = '' AND d.word = r.used_as
  LEFT JOIN word AS n ON n.list = 'unknown_room_uses' AND n.stage = '' AND n.word = r.used_as
  WHERE d.word IS NOT NULL OR (r.category = '专用教室' AND (n.word IS NOT NULL OR r.used_as IS NULL))
  GROUP BY l.item, l.part, s.org_code
),
asked AS (
  SELECT l.item, l.part, s.org_code, s.classes,
    (s.classes + l.per - 1 - (s.classes + l.per - 1) % l.per) / l.per AS required,
    CASE WHEN k.org_code IS NULL THEN 0 ELSE 1 END AS keeps,
    CASE WHEN f.org_code IS NULL THEN 0 ELSE 1 END AS may_relax
  FROM limits AS l CROSS JOIN own_school AS s
  LEFT JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'room'
  LEFT JOIN in_force AS f ON f.org_code = s.org_code AND f.item = l.item
)
SELECT a.item, a.org_code, a.part,
  CASE WHEN a.keeps = 1 AND (r.full_size > 0 OR d.cases IS NULL) THEN coalesce(r.full_size, 0) END, a.required,
  CASE WHEN a.keeps = 1 AND a.required IS NOT NULL AND (r.full_size > 0 OR d.cases IS NULL)
    THEN CASE WHEN coalesce(r.full_size, 0) >= a.required THEN 1 ELSE 0 END END,
  CASE WHEN a.keeps = 1 AND a.required IS NOT NULL AND a.may_relax = 1 AND (r.relaxed_size > 0 OR d.cases IS NULL)
    THEN CASE WHEN coalesce(r.relaxed_size, 0) >= a.required THEN 1 ELSE 0 END END,
  CASE WHEN r.too_small > 0 THEN r.too_small END
FROM asked AS a
LEFT JOIN rooms AS r ON r.item = a.item AND r.part = a.part AND r.org_code = a.org_code
LEFT JOIN doubts AS d ON d.item = a.item AND d.part = a.part AND d.org_code = a.org_code;

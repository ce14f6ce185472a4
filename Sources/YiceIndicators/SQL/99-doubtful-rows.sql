-- Rows that count with less than they should, because a cell is empty; told to the reader, not guessed. Rows that count
-- nowhere are ElementReading's (Sources/YiceIndicators/Reading).

DROP TABLE IF EXISTS temp.doubtful;
CREATE TABLE temp.doubtful (
  org_code TEXT NOT NULL,
  kind TEXT NOT NULL,
  cases BIGINT NOT NULL
);

INSERT INTO doubtful
SELECT r.org_code, 'room-without-area', sum(coalesce(r.room_count, 1))
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN room AS r ON r.org_code = s.org_code AND r.school_year = y.school_year
JOIN word AS w ON w.list = 'teaching_rooms' AND w.stage = '' AND w.word = r.category
WHERE r.floor_area IS NULL
GROUP BY r.org_code;

INSERT INTO doubtful
SELECT e.org_code, 'equipment-without-value', count(*)
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN equipment AS e ON e.org_code = s.org_code AND e.school_year = y.school_year
LEFT JOIN word AS w ON w.list = 'teaching_equipment' AND w.stage = '' AND w.word = e.category
WHERE e.value IS NULL AND coalesce(e.counts_as_teaching, CASE WHEN w.word IS NULL THEN 0 ELSE 1 END) = 1
GROUP BY e.org_code;

INSERT INTO doubtful
SELECT t.org_code, 'statement-without-stage', count(*)
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN school AS c ON c.org_code = s.org_code
JOIN statement AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN element AS e ON e.element = t.element
WHERE e.by_stage = 1 AND t.stage = '' AND c.only_stage IS NULL
  AND NOT EXISTS (SELECT 1 FROM told AS k WHERE k.org_code = t.org_code AND k.element = t.element)
  AND (e.needs_rows = 1
    OR NOT EXISTS (SELECT 1 FROM kept AS r WHERE r.org_code = t.org_code AND r.register = e.register))
GROUP BY t.org_code;

-- What of the year is not there yet (待确认): rows carried forward that nobody confirmed, and classes that begin with the
-- year where the year before had such and this one has none.
DROP TABLE IF EXISTS temp.awaited;
CREATE TABLE temp.awaited (
  org_code TEXT NOT NULL,
  label TEXT NOT NULL,
  cases BIGINT NOT NULL
);

INSERT INTO awaited
SELECT u.org_code, u.label, count(*)
FROM (
  SELECT org_code, school_year, '班级' AS label FROM class_roll WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '教师' FROM teacher WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '用房' FROM room WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '场地' FROM ground WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '仪器设备' FROM equipment WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '填报值' FROM statement WHERE pending = 1
) AS u
JOIN chosen_year AS y ON u.school_year = y.school_year
JOIN scope AS s ON s.org_code = u.org_code
GROUP BY u.org_code, u.label;

INSERT INTO awaited
SELECT s.org_code, b.stage || '起始年级', 0
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN class_roll AS b ON b.org_code = s.org_code AND b.school_year = y.school_year - 1
  AND b.entry_year = b.school_year AND b.stage IN ('小学', '初中')
WHERE EXISTS (SELECT 1 FROM kept AS k WHERE k.org_code = s.org_code AND k.register = 'class_roll')
  AND NOT EXISTS (
    SELECT 1 FROM class_roll AS c
    WHERE c.org_code = b.org_code AND c.school_year = y.school_year AND c.stage = b.stage
      AND c.entry_year = y.school_year)
GROUP BY s.org_code, b.stage;

-- Made from ElementReading.all (Sources/YiceIndicators/Reading), do not edit by hand.
-- Which registers a school keeps for the year: one row is enough.
-- Where a register is kept and tells a 数据项 (SQL/45) it counts; where not, the statement (填报值) counts.

DROP TABLE IF EXISTS temp.kept;
CREATE TABLE temp.kept (
  org_code TEXT NOT NULL,
  register TEXT NOT NULL,
  PRIMARY KEY (org_code, register)
) WITHOUT ROWID;

INSERT INTO kept
SELECT s.org_code, 'class_roll' FROM school AS s
CROSS JOIN chosen_year AS y
WHERE EXISTS (SELECT 1 FROM class_roll AS r WHERE r.org_code = s.org_code AND r.school_year = y.school_year);

INSERT INTO kept
SELECT s.org_code, 'teacher' FROM school AS s
CROSS JOIN chosen_year AS y
WHERE EXISTS (SELECT 1 FROM teacher AS r WHERE r.org_code = s.org_code AND r.school_year = y.school_year);

INSERT INTO kept
SELECT s.org_code, 'room' FROM school AS s
CROSS JOIN chosen_year AS y
WHERE EXISTS (SELECT 1 FROM room AS r WHERE r.org_code = s.org_code AND r.school_year = y.school_year);

INSERT INTO kept
SELECT s.org_code, 'ground' FROM school AS s
CROSS JOIN chosen_year AS y
WHERE EXISTS (SELECT 1 FROM ground AS r WHERE r.org_code = s.org_code AND r.school_year = y.school_year);

INSERT INTO kept
SELECT s.org_code, 'equipment' FROM school AS s
CROSS JOIN chosen_year AS y
WHERE EXISTS (SELECT 1 FROM equipment AS r WHERE r.org_code = s.org_code AND r.school_year = y.school_year);

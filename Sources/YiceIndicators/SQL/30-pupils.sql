-- 学生数 and 班级数 of every school by 学段.
-- Pupils are the sum of the class rolls; without a class register, the stated number.
-- A campus is written org/campus, the main one (or a school without campuses) org/, so that two schools' campuses of
-- one name stay apart when one school is 并入 the other.

DROP TABLE IF EXISTS temp.school_pupils;
CREATE TABLE temp.school_pupils (
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  campus TEXT NOT NULL,
  pupils BIGINT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (org_code, stage, campus)
) WITHOUT ROWID;

INSERT INTO school_pupils
SELECT s.org_code, c.stage,
  c.org_code || '/' || c.campus AS place,
  sum(c.head_count), '登记册'
FROM school AS s
CROSS JOIN chosen_year AS y
JOIN class_roll AS c ON c.org_code = s.org_code AND c.school_year = y.school_year
GROUP BY s.org_code, c.stage, place;

INSERT INTO school_pupils
SELECT s.org_code, CASE WHEN t.stage = '' THEN s.only_stage ELSE t.stage END AS held_stage,
  t.org_code || '/' || t.campus AS place,
  sum(cast(round(t.value) AS BIGINT)), '填报值'
FROM school AS s
CROSS JOIN chosen_year AS y
JOIN statement AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
WHERE t.element = '学生数' AND t.value >= 0
  AND (t.stage <> '' OR s.only_stage IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM kept AS k WHERE k.org_code = s.org_code AND k.register = 'class_roll')
GROUP BY s.org_code, held_stage, place;

-- Classes, and grades where a register tells them apart. grade is NULL for a stated number of classes.
DROP TABLE IF EXISTS temp.school_class;
CREATE TABLE temp.school_class (
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  grade BIGINT,
  classes BIGINT NOT NULL
);

INSERT INTO school_class
SELECT s.org_code, c.stage, coalesce(c.grade, c.entry_year) AS held_grade, count(*)
FROM school AS s
CROSS JOIN chosen_year AS y
JOIN class_roll AS c ON c.org_code = s.org_code AND c.school_year = y.school_year
GROUP BY s.org_code, c.stage, held_grade;

INSERT INTO school_class
SELECT s.org_code, CASE WHEN t.stage = '' THEN s.only_stage ELSE t.stage END AS held_stage, NULL,
  sum(cast(round(t.value) AS BIGINT))
FROM school AS s
CROSS JOIN chosen_year AS y
JOIN statement AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
WHERE t.element = '班级数' AND t.value >= 0
  AND (t.stage <> '' OR s.only_stage IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM kept AS k WHERE k.org_code = s.org_code AND k.register = 'class_roll')
GROUP BY s.org_code, held_stage;

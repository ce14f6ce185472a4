-- The schools that items judge one by one: as registered, before any 并入 (SQL/10 scope), with their own pupils and
-- classes of 小学 and 初中. classes, largest and migrants are NULL where nothing tells them: 随迁 are the class roll's where
-- no class leaves the cell empty, else the school's statement.

DROP TABLE IF EXISTS temp.own_school;
CREATE TABLE temp.own_school (
  org_code TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  built_year BIGINT,
  urban_rural TEXT,
  primary_pupils BIGINT NOT NULL,
  junior_pupils BIGINT NOT NULL,
  classes BIGINT,
  largest BIGINT,
  migrants BIGINT,
  keeps_classes BIGINT NOT NULL
) WITHOUT ROWID;

INSERT INTO own_school
WITH pupils AS (
  SELECT org_code,
    sum(CASE WHEN stage = '小学' THEN pupils ELSE 0 END) AS primary_pupils,
    sum(CASE WHEN stage = '初中' THEN pupils ELSE 0 END) AS junior_pupils
  FROM school_pupils
  WHERE stage IN ('小学', '初中')
  GROUP BY org_code
),
classes AS (
  SELECT org_code, sum(classes) AS classes FROM school_class
  WHERE stage IN ('小学', '初中') GROUP BY org_code
),
rolls AS (
  SELECT c.org_code, max(c.head_count) AS largest,
    CASE WHEN count(c.migrant_pupils) = count(*) THEN sum(c.migrant_pupils) END AS migrants
  FROM class_roll AS c
  JOIN chosen_year AS y ON y.school_year = c.school_year
  WHERE c.stage IN ('小学', '初中')
  GROUP BY c.org_code
),
stated AS (
  SELECT t.org_code, sum(t.value) AS migrants
  FROM statement AS t
  JOIN chosen_year AS y ON y.school_year = t.school_year
  WHERE t.element = '随迁子女数' AND t.stage IN ('', '小学', '初中')
  GROUP BY t.org_code
)
SELECT s.org_code, o.kind, o.built_year, o.urban_rural, coalesce(p.primary_pupils, 0),
  coalesce(p.junior_pupils, 0), c.classes, r.largest, coalesce(r.migrants, t.migrants),
  CASE WHEN k.org_code IS NULL THEN 0 ELSE 1 END
FROM scope AS s
JOIN org AS o ON o.org_code = s.org_code
LEFT JOIN pupils AS p ON p.org_code = s.org_code
LEFT JOIN classes AS c ON c.org_code = s.org_code
LEFT JOIN rolls AS r ON r.org_code = s.org_code
LEFT JOIN stated AS t ON t.org_code = s.org_code
LEFT JOIN kept AS k ON k.org_code = s.org_code AND k.register = 'class_roll'
WHERE coalesce(p.primary_pupils, 0) + coalesce(p.junior_pupils, 0) > 0;

-- Which item of the profile is worked out in which way.
DROP TABLE IF EXISTS temp.measure;
CREATE TABLE temp.measure (
  item TEXT NOT NULL PRIMARY KEY,
  measure TEXT NOT NULL
) WITHOUT ROWID;

-- One row an item, school and part. met and relaxed are 1, 0, or NULL (未填; no relaxation in force).
DROP TABLE IF EXISTS temp.item_school;
CREATE TABLE temp.item_school (
  item TEXT NOT NULL,
  org_code TEXT NOT NULL,
  part TEXT NOT NULL,
  actual REAL,
  required REAL,
  met BIGINT,
  relaxed BIGINT,
  too_small BIGINT,
  PRIMARY KEY (item, org_code, part)
) WITHOUT ROWID;

-- Classes above the limit, by name.
DROP TABLE IF EXISTS temp.item_class;
CREATE TABLE temp.item_class (
  item TEXT NOT NULL,
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  entry_year BIGINT NOT NULL,
  class_no BIGINT NOT NULL,
  grade BIGINT,
  head_count BIGINT NOT NULL,
  limit_count BIGINT NOT NULL
);

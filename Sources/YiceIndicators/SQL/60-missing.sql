-- Segments (a 学段 of a school, with what is 并入 it), and what is not filled in for them (未填).

-- A segment with 0 pupils is left out.
DROP TABLE IF EXISTS temp.segment;
CREATE TABLE temp.segment (
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  pupils BIGINT NOT NULL,
  PRIMARY KEY (org_code, stage)
) WITHOUT ROWID;

INSERT INTO segment
SELECT s.into_code, p.stage, sum(p.pupils)
FROM scope AS s
JOIN school_pupils AS p ON p.org_code = s.org_code
WHERE p.stage IN ('小学', '初中')
GROUP BY s.into_code, p.stage
HAVING sum(p.pupils) > 0;

-- The 学段 that each school has pupils of.
DROP TABLE IF EXISTS temp.attended;
CREATE TABLE temp.attended (
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  PRIMARY KEY (org_code, stage)
) WITHOUT ROWID;

INSERT INTO attended
SELECT org_code, stage FROM school_pupils
WHERE pupils > 0
GROUP BY org_code, stage;

-- An element is missing where a school with pupils has no register that tells it (SQL/45) and has not stated it. One such school is
-- enough: a sum without it would be no sum. What a relaxation adds (R3+, R5+) is never missing: no school need have any.
DROP TABLE IF EXISTS temp.missing;
CREATE TABLE temp.missing (
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  indicator TEXT NOT NULL,
  element TEXT NOT NULL,
  missing_at TEXT NOT NULL,
  PRIMARY KEY (org_code, stage, indicator, element, missing_at)
) WITHOUT ROWID;

-- Amounts by 学段: the school has pupils of it and nothing for it.
INSERT INTO missing
SELECT g.org_code, g.stage, m.indicator, m.element, s.org_code
FROM segment AS g
JOIN scope AS s ON s.into_code = g.org_code
CROSS JOIN term AS m
JOIN element AS e ON e.element = m.element AND e.by_stage = 1
WHERE m.indicator NOT LIKE '%+'
  AND NOT EXISTS (
    SELECT 1 FROM told AS k WHERE k.org_code = s.org_code AND k.element = m.element AND k.stage = g.stage)
  AND NOT EXISTS (
    SELECT 1 FROM amount AS a
    WHERE a.org_code = s.org_code AND a.element = m.element AND a.stage = g.stage)
  AND EXISTS (SELECT 1 FROM attended AS h WHERE h.org_code = s.org_code AND h.stage = g.stage);

-- Amounts of the whole school: nothing at all, or nothing that reaches this 学段.
INSERT INTO missing
SELECT g.org_code, g.stage, m.indicator, m.element, s.org_code
FROM segment AS g
JOIN scope AS s ON s.into_code = g.org_code
CROSS JOIN term AS m
JOIN element AS e ON e.element = m.element AND e.by_stage = 0
LEFT JOIN attended AS h ON h.org_code = s.org_code AND h.stage = g.stage
WHERE m.indicator NOT LIKE '%+'
  AND NOT EXISTS (
    SELECT 1 FROM told AS k WHERE k.org_code = s.org_code AND k.element = m.element AND k.stage = '')
  AND EXISTS (SELECT 1 FROM attended AS p WHERE p.org_code = s.org_code)
  AND NOT EXISTS (
    SELECT 1 FROM amount AS a
    WHERE a.org_code = s.org_code AND a.element = m.element
      AND (a.stage = '' OR a.stage = g.stage OR h.stage IS NULL));

-- Splitting a combined school's rooms, grounds, equipment and multimedia rooms between its 学段:
--   share = weight × pupils / sum of weight × pupils
-- by the pupils of the campus the amount stands on, or of the whole school where it stands on none or on one without
-- pupils. Kindergarten classes take their share, which belongs to no segment. A campus of one 学段 is not split: its
-- share is 1. A school whose pupils are all on one campus is split as a whole, whatever the campus is called (SQL/36).

DROP TABLE IF EXISTS temp.weighted;
CREATE TABLE temp.weighted (
  org_code TEXT NOT NULL,
  campus TEXT NOT NULL,
  stage TEXT NOT NULL,
  weighted BIGINT NOT NULL
);

INSERT INTO weighted
WITH pooled AS (
  SELECT s.into_code AS org_code, p.campus, p.stage, sum(p.pupils) AS pupils
  FROM scope AS s
  JOIN school_pupils AS p ON p.org_code = s.org_code
  GROUP BY s.into_code, p.campus, p.stage
),
form AS (
  SELECT org_code,
    CASE
      WHEN sum(CASE WHEN stage = '小学' THEN pupils ELSE 0 END) = 0
        AND sum(CASE WHEN stage = '初中' THEN pupils ELSE 0 END) > 0
        AND sum(CASE WHEN stage = '高中' THEN pupils ELSE 0 END) > 0
      THEN 1 ELSE 0
    END AS complete
  FROM pooled
  GROUP BY org_code
)
SELECT p.org_code, p.campus, p.stage, p.pupils * w.weight_e4
FROM pooled AS p
JOIN form AS f ON f.org_code = p.org_code
JOIN weight AS w ON w.complete = f.complete AND w.stage = p.stage
WHERE p.pupils > 0;

-- The same for every campus with pupils, and for the whole school (campus NULL), with the sum of all 学段.
DROP TABLE IF EXISTS temp.basis;
CREATE TABLE temp.basis (
  org_code TEXT NOT NULL,
  campus TEXT,
  stage TEXT NOT NULL,
  weighted BIGINT NOT NULL,
  total BIGINT NOT NULL
);

INSERT INTO basis
SELECT org_code, campus, stage, weighted, sum(weighted) OVER (PARTITION BY org_code, campus)
FROM weighted;

INSERT INTO basis
SELECT org_code, NULL, stage, sum(weighted), sum(sum(weighted)) OVER (PARTITION BY org_code)
FROM weighted
GROUP BY org_code, stage;
CREATE INDEX temp.basis_by_campus ON basis (org_code, campus);

-- Parts of a segment's numerator: amount_e4 × weighted / total each.
DROP TABLE IF EXISTS temp.part;
CREATE TABLE temp.part (
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  indicator TEXT NOT NULL,
  amount_e4 BIGINT NOT NULL,
  weighted BIGINT NOT NULL,
  total BIGINT NOT NULL
);
CREATE INDEX temp.part_by_segment ON part (org_code, stage, indicator);

INSERT INTO part
SELECT org_code, stage, indicator, amount_e4, 1 AS weighted, 1 AS total
FROM numerator
WHERE stage <> '';

INSERT INTO part
SELECT n.org_code, b.stage, n.indicator, n.amount_e4, b.weighted, b.total
FROM numerator AS n
JOIN basis AS b ON b.org_code = n.org_code AND b.campus = n.campus
WHERE n.stage = '';

INSERT INTO part
SELECT n.org_code, b.stage, n.indicator, n.amount_e4, b.weighted, b.total
FROM numerator AS n
JOIN basis AS b ON b.org_code = n.org_code AND b.campus IS NULL
WHERE n.stage = ''
  AND (n.campus IS NULL
    OR NOT EXISTS (SELECT 1 FROM basis AS c WHERE c.org_code = n.org_code AND c.campus = n.campus));

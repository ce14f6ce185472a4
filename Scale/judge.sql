-- Verdicts, where a double is far enough from its mark to be sure; NULL where it is not, and table decided says.
--   mark (stage, indicator, per, full_mark, near_mark), decided (org_code, stage, indicator, relaxed, met, near)
-- A value that is missing meets nothing.

CREATE TABLE judged (
  county TEXT NOT NULL,
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  indicator TEXT NOT NULL,
  per BIGINT NOT NULL,
  pupils BIGINT NOT NULL,
  amount DOUBLE PRECISION,
  value DOUBLE PRECISION,
  full_mark DOUBLE PRECISION,
  near_mark DOUBLE PRECISION,
  relaxed_amount DOUBLE PRECISION,
  relaxed_value DOUBLE PRECISION
);

INSERT INTO judged
SELECT p.county, v.org_code, v.stage, v.indicator, m.per, v.pupils, v.amount, v.value, m.full_mark, m.near_mark,
  CASE WHEN e.item IS NOT NULL AND m.full_mark IS NOT NULL THEN v.amount + coalesce(x.amount, 0) END,
  CASE WHEN e.item IS NOT NULL AND m.full_mark IS NOT NULL
    THEN (v.amount + coalesce(x.amount, 0)) * m.per / v.pupils END
FROM segment_value AS v
JOIN placed AS p ON p.org_code = v.org_code
JOIN mark AS m ON m.stage = v.stage AND m.indicator = v.indicator
LEFT JOIN (
  SELECT s.into_code, r.item
  FROM relaxed AS r
  JOIN scope AS s ON s.org_code = r.org_code
  JOIN relaxable AS a ON a.item = r.item
  GROUP BY s.into_code, r.item
) AS e ON e.into_code = v.org_code AND e.item = v.indicator
LEFT JOIN (
  SELECT org_code, stage, indicator, amount FROM segment_value WHERE indicator LIKE '%+'
) AS x ON x.org_code = v.org_code AND x.stage = v.stage AND x.indicator = v.indicator || '+';

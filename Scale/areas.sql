-- Means and 校际差异系数 of counties, cities, provinces and the country from the values of schools: SQL/95 for many areas.
--   area (level, area, county): which counties each area has
--   area_value (county, org_code, stage, indicator, per, pupils, amount, value): NULL where something is 未填
-- One query, which DuckDB, DataFusion, PostgreSQL and Spark run.

WITH first_pass AS (
  SELECT a.level, a.area, v.stage, v.indicator, count(*) AS segments, sum(v.pupils) AS pupils,
    sum(v.amount) * v.per / sum(v.pupils) AS mean, sum(v.value) / count(*) AS plain_mean
  FROM area AS a
  JOIN area_value AS v ON v.county = a.county
  WHERE v.value IS NOT NULL
  GROUP BY a.level, a.area, v.stage, v.indicator, v.per
),
second_pass AS (
  SELECT f.level, f.area, f.stage, f.indicator,
    sum(v.pupils * (v.value - f.mean) * (v.value - f.mean)) AS squares,
    sum((v.value - f.plain_mean) * (v.value - f.plain_mean)) AS plain_squares
  FROM first_pass AS f
  JOIN area AS a ON a.level = f.level AND a.area = f.area
  JOIN area_value AS v ON v.county = a.county AND v.stage = f.stage AND v.indicator = f.indicator
  WHERE v.value IS NOT NULL
  GROUP BY f.level, f.area, f.stage, f.indicator
)
SELECT f.level, f.area, f.stage, f.indicator, f.segments, f.pupils, f.mean,
  CASE WHEN f.mean > 0 THEN sqrt(s.squares / f.pupils) / f.mean END AS cv,
  CASE WHEN f.plain_mean > 0 THEN sqrt(s.plain_squares / f.segments) / f.plain_mean END AS cv_unweighted
FROM first_pass AS f
JOIN second_pass AS s ON s.level = f.level AND s.area = f.area AND s.stage = f.stage AND s.indicator = f.indicator
ORDER BY f.level, f.area, f.stage, f.indicator

-- The county by 学段 and indicator, over the segments that have the value.
--   mean = sum of numerators ÷ sum of pupils (the pupil-weighted mean of the values)
--   variance = sum of pupils / all pupils × (value - mean)², in a second pass; no n - 1
--   plain_mean, plain_variance: the same with every segment weighing 1, for comparison with other tools
-- 校际差异系数 = square root of variance ÷ mean, taken outside. Nothing is rounded.

DROP TABLE IF EXISTS temp.county_value;
CREATE TABLE temp.county_value (
  stage TEXT NOT NULL,
  indicator TEXT NOT NULL,
  segments BIGINT NOT NULL,
  pupils BIGINT NOT NULL,
  mean DOUBLE PRECISION,
  plain_mean DOUBLE PRECISION,
  variance DOUBLE PRECISION,
  plain_variance DOUBLE PRECISION
);

INSERT INTO county_value
WITH first_pass AS (
  SELECT v.stage, v.indicator, count(*) AS segments, sum(v.pupils) AS pupils,
    sum(v.amount) * i.per / sum(v.pupils) AS mean, sum(v.value) / count(*) AS plain_mean
  FROM segment_value AS v
  JOIN indicator AS i ON i.indicator = v.indicator
  WHERE v.value IS NOT NULL
  GROUP BY v.stage, v.indicator, i.per
)
SELECT f.stage, f.indicator, f.segments, f.pupils, f.mean, f.plain_mean,
  sum(v.pupils * (v.value - f.mean) * (v.value - f.mean)) / f.pupils,
  sum((v.value - f.plain_mean) * (v.value - f.plain_mean)) / f.segments
FROM first_pass AS f
JOIN segment_value AS v ON v.stage = f.stage AND v.indicator = f.indicator AND v.value IS NOT NULL
GROUP BY f.stage, f.indicator, f.segments, f.pupils, f.mean, f.plain_mean;

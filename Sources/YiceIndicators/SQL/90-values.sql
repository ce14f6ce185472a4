-- Each segment's value of each indicator: numerator ÷ pupils (× 100 for 每百名). NULL where something is 未填.
-- amount is the numerator in the element's unit (人, ㎡, 元, 间).

DROP TABLE IF EXISTS temp.segment_value;
CREATE TABLE temp.segment_value (
  org_code TEXT NOT NULL,
  stage TEXT NOT NULL,
  indicator TEXT NOT NULL,
  pupils BIGINT NOT NULL,
  amount DOUBLE PRECISION,
  value DOUBLE PRECISION
);

INSERT INTO segment_value
WITH known AS (
  SELECT org_code, stage, indicator,
    sum(cast(amount_e4 AS DOUBLE PRECISION) * weighted / total) / 10000 AS amount
  FROM part
  GROUP BY org_code, stage, indicator
),
unknown AS (
  SELECT org_code, stage, indicator
  FROM missing
  GROUP BY org_code, stage, indicator
),
filled AS (
  SELECT g.org_code, g.stage, i.indicator, i.per, g.pupils,
    CASE WHEN u.org_code IS NULL THEN coalesce(k.amount, 0) END AS amount
  FROM segment AS g
  CROSS JOIN indicator AS i
  LEFT JOIN unknown AS u
    ON u.org_code = g.org_code AND u.stage = g.stage AND u.indicator = i.indicator
  LEFT JOIN known AS k
    ON k.org_code = g.org_code AND k.stage = g.stage AND k.indicator = i.indicator
)
SELECT org_code, stage, indicator, pupils, amount, amount * per / pupils
FROM filled
ORDER BY org_code, stage, indicator;

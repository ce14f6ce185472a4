-- Each segment's value of each indicator: numerator ÷ pupils (× 100 for 每百名). NULL where something is 未填.
-- amount is the numerator in the element's unit (人, ㎡, 元, 间).

DROP TABLE IF EXISTS temp.segment_value;
CREATE TEMP TABLE segment_value AS
WITH known AS (
  SELECT org_code, stage, indicator, sum(1.0 * amount_e4 * weighted / total) / 10000 AS amount
  FROM part
  GROUP BY org_code, stage, indicator
),
filled AS (
  SELECT g.org_code, g.stage, i.indicator, i.per, g.pupils,
    CASE
      WHEN EXISTS (
        SELECT 1 FROM missing AS m
        WHERE m.org_code = g.org_code AND m.stage = g.stage AND m.indicator = i.indicator) THEN NULL
      ELSE coalesce(k.amount, 0)
    END AS amount
  FROM segment AS g
  CROSS JOIN indicator AS i
  LEFT JOIN known AS k
    ON k.org_code = g.org_code AND k.stage = g.stage AND k.indicator = i.indicator
)
SELECT org_code, stage, indicator, pupils, amount, amount * per / pupils AS value
FROM filled
ORDER BY org_code, stage, indicator;

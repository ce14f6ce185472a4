-- Raw amounts that schools typed in (填报值), where the register behind them does not tell them (SQL/45).
-- An amount by 学段 without a 学段 belongs to the only one the school's kind has; a combined school must name it.
-- An amount of the whole school without a campus is tied to none.

INSERT INTO amount
SELECT t.org_code, t.element,
  CASE WHEN t.stage = '' AND e.by_stage = 1 THEN c.only_stage ELSE t.stage END AS held_stage,
  CASE WHEN t.campus <> '' AND e.by_stage = 0 AND v.org_code IS NOT NULL THEN t.org_code || '/' || t.campus END AS place,
  sum(cast(round(t.value * 10000) AS INTEGER)), '填报值'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN school AS c ON c.org_code = s.org_code
JOIN statement AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN element AS e ON e.element = t.element
LEFT JOIN campused AS v ON v.org_code = t.org_code
WHERE t.value >= 0 AND (e.by_stage = 0 OR t.stage <> '' OR c.only_stage IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM told AS k
    WHERE k.org_code = t.org_code AND k.element = t.element
      AND k.stage = CASE WHEN e.by_stage = 0 THEN '' WHEN t.stage = '' THEN c.only_stage ELSE t.stage END)
GROUP BY t.org_code, t.element, held_stage, place;

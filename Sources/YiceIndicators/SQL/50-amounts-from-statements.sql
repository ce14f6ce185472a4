-- Raw amounts that schools typed in (填报值), where the register behind them is not kept (SQL/20); of 图书 and 计算机, where
-- it has no row of that kind (SQL/45). A kept register that cannot tell leaves the amount 未填. Decision 0120.
-- An amount by 学段 without a 学段 belongs to the only one the school's kind has; a combined school must name it.
-- An amount of the whole school without a campus is tied to none.
-- What a relaxation lets a school count besides is kept under 数据项 of its own, so that the strict figures stay; it counts
-- only where the relaxation is in force (SQL/35).

INSERT INTO amount
SELECT t.org_code, t.element,
  CASE WHEN t.stage = '' AND e.by_stage = 1 THEN c.only_stage ELSE t.stage END AS held_stage,
  CASE WHEN t.campus <> '' AND e.by_stage = 0 AND v.org_code IS NOT NULL THEN t.org_code || '/' || t.campus END AS place,
  cast(sum(round(t.value * 10000)) AS BIGINT), '填报值'
FROM scope AS s
CROSS JOIN chosen_year AS y
JOIN school AS c ON c.org_code = s.org_code
JOIN statement AS t ON t.org_code = s.org_code AND t.school_year = y.school_year
JOIN element AS e ON e.element = t.element
LEFT JOIN campused AS v ON v.org_code = t.org_code
LEFT JOIN in_force AS f ON f.org_code = t.org_code AND f.item = e.relaxation
WHERE t.value >= 0 AND (e.relaxation IS NULL OR f.item IS NOT NULL)
  AND (e.by_stage = 0 OR t.stage <> '' OR c.only_stage IS NOT NULL)
  AND (e.needs_rows = 1
    OR NOT EXISTS (SELECT 1 FROM kept AS r WHERE r.org_code = t.org_code AND r.register = e.register))
  AND NOT EXISTS (
    SELECT 1 FROM told AS k
    WHERE k.org_code = t.org_code AND k.element = t.element
      AND k.stage = CASE WHEN e.by_stage = 0 THEN '' WHEN t.stage = '' THEN c.only_stage ELSE t.stage END)
GROUP BY t.org_code, t.element, held_stage, place;

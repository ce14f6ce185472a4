-- severity: warning
-- text: “{element}”{stage}填报 {stated}，可是学校建了登记册，登记册里没有一行能算出它，按未填计；请补齐登记册（见未计入的行）
-- A kept register that cannot tell leaves the figure 未填; the statement does not stand in for it. Decision 0120.
SELECT s.org_code, s.element, s.stage, s.value AS stated
FROM statement AS s
JOIN chosen_year AS y ON s.school_year = y.school_year
JOIN scope AS c ON c.org_code = s.org_code
JOIN element AS e ON e.element = s.element AND e.needs_rows = 0
JOIN school AS o ON o.org_code = s.org_code
JOIN kept AS r ON r.org_code = s.org_code AND r.register = e.register
WHERE s.value >= 0 AND NOT EXISTS (
  SELECT 1 FROM told AS k WHERE k.org_code = s.org_code AND k.element = s.element
    AND k.stage = CASE WHEN e.by_stage = 0 THEN '' WHEN s.stage = '' THEN coalesce(o.only_stage, '') ELSE s.stage END)
  AND NOT (e.by_stage = 1 AND s.stage NOT IN ('', '小学', '初中'))
ORDER BY s.org_code, s.element, s.stage

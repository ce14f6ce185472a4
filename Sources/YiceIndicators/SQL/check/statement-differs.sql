-- severity: warning
-- text: “{element}”{stage}填报 {stated}，登记册算得 {kept}，按登记册计；请核对是登记册漏登还是填报有误
-- Where a school states a figure and keeps the register behind it, the register counts (domain: readings settled).
SELECT s.org_code, s.element, s.stage, s.value AS stated, coalesce(sum(a.amount_e4), 0) / 10000.0 AS kept
FROM statement AS s
JOIN chosen_year AS y ON s.school_year = y.school_year
JOIN scope AS c ON c.org_code = s.org_code
JOIN element AS e ON e.element = s.element
JOIN school AS o ON o.org_code = s.org_code
JOIN told AS k ON k.org_code = s.org_code AND k.element = s.element
  AND k.stage = CASE WHEN e.by_stage = 0 THEN '' WHEN s.stage = '' THEN coalesce(o.only_stage, '') ELSE s.stage END
LEFT JOIN amount AS a ON a.org_code = s.org_code AND a.element = s.element 
  AND a.stage = CASE WHEN s.stage = '' AND e.by_stage = 1 THEN coalesce(o.only_stage, '') ELSE s.stage END
  AND a.source = '登记册'
WHERE s.campus = '' AND s.element NOT IN ('学生数', '班级数')
GROUP BY s.org_code, s.element, s.stage, s.value
HAVING abs(s.value - coalesce(sum(a.amount_e4), 0) / 10000.0) > 0.00005
ORDER BY s.org_code, s.element, s.stage

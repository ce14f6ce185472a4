-- severity: warning
-- text: {stage}学生数填报 {stated}，班级册合计 {kept}，按班级册计；请核对是否漏登班级
-- indicator: R1—R7
-- Σ班级人数 = 在校生 (domain, section 9).
SELECT s.org_code, s.stage, s.value AS stated, sum(c.head_count) AS kept
FROM statement AS s
JOIN chosen_year AS y ON s.school_year = y.school_year
JOIN class_roll AS c ON c.org_code = s.org_code AND c.school_year = s.school_year
  AND (c.stage = s.stage OR s.stage = '')
WHERE s.element = '学生数' AND s.campus = ''
GROUP BY s.org_code, s.stage, s.value
HAVING sum(c.head_count) <> s.value
ORDER BY s.org_code, s.stage

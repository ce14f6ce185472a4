-- severity: warning
-- text: {stage}班级数填报 {stated}，班级册有 {kept} 个班，按班级册计；请核对是否漏登班级
-- Σ班额档 = 班数 (domain, section 9): the register holds one row a class.
SELECT s.org_code, s.stage, s.value AS stated, count(*) AS kept
FROM statement AS s
JOIN chosen_year AS y ON s.school_year = y.school_year
JOIN class_roll AS c ON c.org_code = s.org_code AND c.school_year = s.school_year
  AND (c.stage = s.stage OR s.stage = '')
WHERE s.element = '班级数' AND s.campus = ''
GROUP BY s.org_code, s.stage, s.value
HAVING count(*) <> s.value
ORDER BY s.org_code, s.stage

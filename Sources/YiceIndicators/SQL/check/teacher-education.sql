-- severity: warning
-- text: 专任教师 {teachers} 人，填了学历的合计 {stated} 人，差 {difference} 人；请补填最高学历
-- Σ学历 = 专任教师 (domain, section 9).
SELECT t.org_code, count(*) AS teachers, count(t.education) AS stated, count(*) - count(t.education) AS difference
FROM teacher AS t
JOIN chosen_year AS y ON t.school_year = y.school_year
WHERE t.full_time = 1
GROUP BY t.org_code
HAVING count(t.education) < count(*)
ORDER BY t.org_code

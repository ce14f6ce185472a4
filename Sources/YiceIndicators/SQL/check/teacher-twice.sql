-- severity: warning
-- text: 教师 {teacher_no} 也以同一工号、同一姓名在 {other_name}（{other}）的教师册里；同一人只应在一所学校计为专任
-- The same number and name in two schools of the county, both times 专任.
SELECT a.org_code, a.teacher_no, b.org_code AS other, o.name AS other_name
FROM teacher AS a
JOIN chosen_year AS y ON a.school_year = y.school_year
JOIN teacher AS b ON b.teacher_no = a.teacher_no AND b.name = a.name AND b.school_year = a.school_year
  AND b.org_code > a.org_code
JOIN org AS o ON o.org_code = b.org_code
WHERE a.full_time = 1 AND b.full_time = 1
ORDER BY a.org_code, a.teacher_no, b.org_code

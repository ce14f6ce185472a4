-- severity: warning
-- text: 教师 {teacher_no} 任教{stage}，而这所学校没有{stage}的班级；请核对任教学段
SELECT t.org_code, t.teacher_no, t.stage
FROM teacher AS t
JOIN chosen_year AS y ON t.school_year = y.school_year
JOIN kept AS k ON k.org_code = t.org_code AND k.register = 'class_roll'
LEFT JOIN school_pupils AS p ON p.org_code = t.org_code AND p.stage = t.stage
WHERE t.full_time = 1 AND t.stage IS NOT NULL AND p.org_code IS NULL
ORDER BY t.org_code, t.teacher_no

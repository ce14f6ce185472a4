-- severity: note
-- text: 教师 {teacher_no} 本年交流轮岗，却没有填符合交流条件；请核对
SELECT t.org_code, t.teacher_no
FROM teacher AS t
JOIN chosen_year AS y ON t.school_year = y.school_year
WHERE t.rotated = 1 AND coalesce(t.rotation_due, 0) = 0
ORDER BY t.org_code, t.teacher_no

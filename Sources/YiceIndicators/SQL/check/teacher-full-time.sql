-- severity: warning
-- text: 教师 {teacher_no}（{backbone}骨干）不是专任教师或没有填专任，骨干教师只在专任教师中计算；请核对
-- 骨干 ≤ 专任 (domain, section 9), teacher by teacher.
SELECT t.org_code, t.teacher_no, t.backbone
FROM teacher AS t
JOIN chosen_year AS y ON t.school_year = y.school_year
JOIN word AS w ON w.list = 'backbone' AND w.stage = '' AND w.word = t.backbone
WHERE coalesce(t.full_time, 0) = 0 AND coalesce(t.post, '') NOT IN ('兼职', '走教', '支教')
ORDER BY t.org_code, t.teacher_no

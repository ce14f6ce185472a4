-- severity: note
-- title: 在两所学校任专任的教师
-- register: teacher
-- indicator: R1、R2、R3
-- text: {n} 名专任教师以同一工号、同一姓名也在别的学校的教师册里（如 {first}）；同一人只应在一所学校计为专任
-- Told at both schools, once each; `check` names each teacher (teacher-twice). The number alone is no sign: most schools
-- number from 1.
WITH full_time AS (
  SELECT t.org_code, t.teacher_no, t.name
  FROM teacher AS t
  JOIN chosen_year AS y ON t.school_year = y.school_year
  WHERE t.full_time = 1
),
twice AS (
  SELECT teacher_no, name FROM full_time GROUP BY teacher_no, name HAVING count(*) > 1
)
SELECT a.org_code, count(*) AS n, min(a.teacher_no) AS first
FROM twice AS w
JOIN full_time AS a ON a.teacher_no = w.teacher_no AND a.name = w.name
GROUP BY a.org_code
ORDER BY a.org_code

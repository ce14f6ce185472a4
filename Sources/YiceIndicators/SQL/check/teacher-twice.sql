-- severity: warning
-- text: 教师 {teacher_no} 也以同一工号、同一姓名在 {other_name}（{other}）的教师册里；同一人只应在一所学校计为专任
-- The same number and name in two schools of the county, both times 专任. Most schools number from 1: only those numbers
-- and names that stand there twice are looked at school against school.
WITH full_time AS (
  SELECT t.org_code, t.teacher_no, t.name
  FROM teacher AS t
  JOIN chosen_year AS y ON t.school_year = y.school_year
  WHERE t.full_time = 1
),
twice AS (
  SELECT teacher_no, name FROM full_time GROUP BY teacher_no, name HAVING count(*) > 1
)
SELECT a.org_code, a.teacher_no, b.org_code AS other, o.name AS other_name
FROM twice AS w
JOIN full_time AS a ON a.teacher_no = w.teacher_no AND a.name = w.name
JOIN full_time AS b ON b.teacher_no = w.teacher_no AND b.name = w.name AND b.org_code > a.org_code
JOIN org AS o ON o.org_code = b.org_code
ORDER BY a.org_code, a.teacher_no, b.org_code

-- severity: warning
-- text: {stage} {entry_year} 年入学 {class_no} 班写的是 {grade} 年级，按入学年份应是 {expected} 年级；请改正年级或入学年份
-- indicator: G5
SELECT c.org_code, c.stage, c.entry_year, c.class_no, c.grade,
  c.school_year - c.entry_year + g.first_grade AS expected
FROM class_roll AS c
JOIN chosen_year AS y ON c.school_year = y.school_year
JOIN stage_grades AS g ON g.stage = c.stage
WHERE c.grade IS NOT NULL AND c.grade <> c.school_year - c.entry_year + g.first_grade
ORDER BY c.org_code, c.stage, c.entry_year, c.class_no

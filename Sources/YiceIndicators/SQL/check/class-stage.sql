-- severity: warning
-- text: {stage} {entry_year} 年入学 {class_no} 班写的是 {grade} 年级，按本县学制{stage}到 {last_grade} 年级为止；请改正学段和入学年份，学制不同的县请在“阈值”里写明
-- indicator: G5
-- Grade and 入学年份 fit each other (else class-grade tells), but not the 学段: read before the county said its 学制.
SELECT c.org_code, c.stage, c.entry_year, c.class_no, c.grade, g.last_grade
FROM class_roll AS c
JOIN chosen_year AS y ON c.school_year = y.school_year
JOIN stage_grades AS g ON g.stage = c.stage
WHERE c.grade = c.school_year - c.entry_year + g.first_grade AND c.grade > g.last_grade
ORDER BY c.org_code, c.stage, c.entry_year, c.class_no

-- severity: warning
-- text: {stage} {entry_year} 年入学 {class_no} 班有 {head_count} 人，多得少见；请核对是否把几个班合在一行
SELECT c.org_code, c.stage, c.entry_year, c.class_no, c.head_count
FROM class_roll AS c
JOIN chosen_year AS y ON c.school_year = y.school_year
WHERE c.head_count > 100
ORDER BY c.org_code, c.stage, c.entry_year, c.class_no

-- severity: note
-- text: {stage} {entry_year} 年入学 {class_no} 班 0 人，仍计为一个班；已撤并的请删除
SELECT c.org_code, c.stage, c.entry_year, c.class_no
FROM class_roll AS c
JOIN chosen_year AS y ON c.school_year = y.school_year
WHERE c.head_count = 0
ORDER BY c.org_code, c.stage, c.entry_year, c.class_no

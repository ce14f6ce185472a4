-- severity: error
-- text: {stage} {entry_year} 年入学 {class_no} 班：{part} {number} 人，多于班级人数 {head_count} 人
-- indicator: G5
SELECT c.org_code, c.stage, c.entry_year, c.class_no, p.part, p.number, c.head_count
FROM class_roll AS c
JOIN chosen_year AS y ON c.school_year = y.school_year
JOIN (
  SELECT org_code, school_year, stage, entry_year, class_no, '寄宿生' AS part, boarders AS number FROM class_roll
  UNION ALL SELECT org_code, school_year, stage, entry_year, class_no, '男生', boys FROM class_roll
  UNION ALL SELECT org_code, school_year, stage, entry_year, class_no, '随迁子女', migrant_pupils FROM class_roll
  UNION ALL SELECT org_code, school_year, stage, entry_year, class_no, '留守儿童', left_behind_pupils FROM class_roll
) AS p ON p.org_code = c.org_code AND p.school_year = c.school_year AND p.stage = c.stage
  AND p.entry_year = c.entry_year AND p.class_no = c.class_no
WHERE p.number > c.head_count
ORDER BY c.org_code, c.stage, c.entry_year, c.class_no

-- severity: error
-- text: {stage} {entry_year} 年入学 {class_no} 班已销号，现在 {head_count} 人，超过 {limit_count} 人；应记为反弹
SELECT v.org_code, v.stage, v.entry_year, v.class_no, c.head_count, n.most AS limit_count
FROM oversized_class AS v
CROSS JOIN chosen_year AS y
JOIN class_roll AS c ON c.org_code = v.org_code AND c.school_year = y.school_year AND c.stage = v.stage
  AND c.entry_year = v.entry_year AND c.class_no = v.class_no
JOIN class_limit AS n ON n.stage = v.stage
WHERE v.state = '已销号' AND c.head_count > n.most
ORDER BY v.org_code, v.stage, v.entry_year, v.class_no

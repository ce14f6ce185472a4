-- severity: warning
-- text: {stage} {entry_year} 年入学 {class_no} 班 {head_count} 人，已超过 {limit_count} 人，但大班额台账里没有；请建档
-- 零增量: a class above the limit that is not on the ledger.
SELECT c.org_code, c.stage, c.entry_year, c.class_no, c.head_count, n.most AS limit_count
FROM class_roll AS c
JOIN chosen_year AS y ON c.school_year = y.school_year
JOIN class_limit AS n ON n.stage = c.stage
LEFT JOIN oversized_class AS v ON v.org_code = c.org_code AND v.stage = c.stage AND v.entry_year = c.entry_year
  AND v.class_no = c.class_no
WHERE c.head_count > n.most AND v.org_code IS NULL
ORDER BY c.org_code, c.stage, c.entry_year, c.class_no

-- severity: error
-- text: 班额核查 {stage} {entry_year} 年入学 {class_no} 班（{counted_on}）在大班额台账里没有对应的班
SELECT r.org_code, r.stage, r.entry_year, r.class_no, r.counted_on
FROM oversized_recount AS r
LEFT JOIN oversized_class AS v ON v.org_code = r.org_code AND v.stage = r.stage AND v.entry_year = r.entry_year
  AND v.class_no = r.class_no
WHERE v.org_code IS NULL
ORDER BY r.org_code, r.stage, r.entry_year, r.class_no, r.counted_on

-- severity: warning
-- text: 小学、初中学生 {pupils} 人，已超过规模上限 {limit_count} 人，但大校额台账里没有；请建档
-- indicator: G4
SELECT o.org_code, p.pupils, n.most AS limit_count
FROM org AS o
JOIN (SELECT org_code, sum(pupils) AS pupils FROM school_pupils WHERE stage IN ('小学', '初中') GROUP BY org_code) AS p
  ON p.org_code = o.org_code
JOIN school_limit AS n ON n.kind = o.kind
LEFT JOIN oversized_school AS v ON v.org_code = o.org_code
WHERE p.pupils > n.most AND v.org_code IS NULL
ORDER BY o.org_code

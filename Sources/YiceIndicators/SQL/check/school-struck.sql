-- severity: error
-- text: 已从大校额台账销号，现在 {pupils} 人，超过规模上限 {limit_count} 人；应记为反弹
-- indicator: G4
SELECT o.org_code, p.pupils, n.most AS limit_count
FROM org AS o
JOIN (SELECT org_code, sum(pupils) AS pupils FROM school_pupils WHERE stage IN ('小学', '初中') GROUP BY org_code) AS p
  ON p.org_code = o.org_code
JOIN school_limit AS n ON n.kind = o.kind
WHERE p.pupils > n.most
  AND EXISTS (SELECT 1 FROM oversized_school AS v WHERE v.org_code = o.org_code AND v.state = '已销号')
  AND NOT EXISTS (SELECT 1 FROM oversized_school AS v WHERE v.org_code = o.org_code AND v.state <> '已销号')
ORDER BY o.org_code

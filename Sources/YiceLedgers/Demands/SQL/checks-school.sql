-- form: 定期检查登记
-- title: 定期检查登记表
-- words: 检查登记
-- by: school
-- from: check_result
-- column kind: 类别 10 merges
-- column item: 检查项目 20 merges
-- column often: 频次 12 centred
-- column number: 第几次 7 centred
-- column done_on: 检查日期 11 centred
-- column result: 检查情况 9 centred
-- column problem: 发现问题 26
-- column unit: 检查单位 14
-- column by_whom: 检查人 9 personal centred
-- column evidence: 佐证材料 14
WITH due AS (
  SELECT r.org_code, r.item, r.kind, coalesce('每' || r.period || coalesce(r.times || '次', '（次数未填）'), '') AS often,
    replace(replace(r.item, ' ', ''), '　', '') AS plain
  FROM recurring_check AS r WHERE coalesce(r.active, 1) = 1
),
named AS (
  SELECT c.*, replace(replace(c.item, ' ', ''), '　', '') AS plain
  FROM check_result AS c WHERE c.school_year = :year AND (:school IS NULL OR c.org_code = :school)
),
done AS (
  SELECT n.*, row_number() OVER (PARTITION BY n.org_code, n.plain ORDER BY n.done_on) AS number FROM named AS n
)
SELECT s.org_code, a.kind, a.item, a.often, d.number, d.done_on, coalesce(d.result, CASE WHEN d.done_on IS NULL THEN '未查' END) AS result,
  d.problem, d.unit, d.checked_by AS by_whom, d.evidence
FROM due AS a
JOIN org AS s ON coalesce(s.county_code, a.org_code) = a.org_code
LEFT JOIN done AS d ON d.org_code = s.org_code AND d.plain = a.plain
WHERE s.kind NOT IN ('教育行政部门', '幼儿园') AND (:school IS NULL OR s.org_code = :school)
UNION ALL
SELECT d.org_code, '（不在目录里）', d.item, '', d.number, d.done_on, d.result, d.problem, d.unit, d.checked_by, d.evidence
FROM done AS d WHERE d.plain NOT IN (SELECT plain FROM due)
ORDER BY 1, 2, 3, 6

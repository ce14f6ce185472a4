-- form: 核心指标汇总
-- title: 核心指标达标情况汇总表
-- words: 13项核心指标、核心指标目录
-- section: 核心指标
-- from: core_item、core_answer
-- column item: 编号 8 centred
-- column name: 核心指标 30
-- column requirement: 指标要求 28
-- column schools: 学校数 8
-- column met: 达标 8
-- column unmet: 不达标 8
-- column unknown: 未填 8
-- column share: 达标率（%） 9
-- column note: 不达标的学校 30
-- note: 一所学校不达标达到 {core_fail_at} 项，一票否决（评估结论 N2）。
WITH school AS (
  SELECT org_code, name, county_code FROM org
  WHERE kind NOT IN ('教育行政部门', '幼儿园', '教学点') AND (:school IS NULL OR org_code = :school)
)
SELECT NULL AS org_code, k.item, k.name, k.requirement, count(s.org_code) AS schools, sum(a.met = 1) AS met, sum(a.met = 0) AS unmet,
  count(s.org_code) - count(a.met) AS unknown, round(total(a.met = 1) * 100.0 / nullif(count(s.org_code), 0), 1) AS share,
  group_concat(CASE WHEN a.met = 0 THEN s.name END, '、') AS note
FROM core_item AS k
JOIN school AS s ON coalesce(s.county_code, k.org_code) = k.org_code
LEFT JOIN core_answer AS a ON a.org_code = s.org_code AND a.school_year = :year AND a.item = k.item
WHERE coalesce(k.active, 1) = 1
GROUP BY k.org_code, k.item
ORDER BY CAST(ltrim(k.item, 'CcＣ') AS INTEGER), k.item

-- form: 核心指标
-- title: 学校核心指标自评表
-- words: 核心指标填报、核心指标自评
-- by: school
-- section: 核心指标
-- from: core_answer
-- column item: 编号 8 centred
-- column name: 核心指标 30
-- column requirement: 指标要求 28
-- column met: 是否达标 9 centred
-- column answer: 情况说明 28
-- column evidence: 佐证材料 16
-- column by_whom: 填写人 9 personal centred
-- column on_day: 填写日期 11 centred
-- note: 不达标达到 {core_fail_at} 项，一票否决。
SELECT s.org_code, k.item, k.name, k.requirement, CASE a.met WHEN 1 THEN '是' WHEN 0 THEN '否' ELSE '未填' END AS met,
  a.answer, a.evidence, a.answered_by AS by_whom, a.answered_on AS on_day
FROM core_item AS k
JOIN org AS s ON coalesce(s.county_code, k.org_code) = k.org_code AND s.kind NOT IN ('教育行政部门', '幼儿园', '教学点') AND (:school IS NULL OR s.org_code = :school)
LEFT JOIN core_answer AS a ON a.org_code = s.org_code AND a.school_year = :year AND a.item = k.item
WHERE coalesce(k.active, 1) = 1
ORDER BY s.org_code, CAST(ltrim(k.item, 'CcＣ') AS INTEGER), k.item
-- status
SELECT '核心指标' AS name, count(*) AS total, sum(unmet = 0 AND unknown = 0) AS done, NULL AS overdue,
  coalesce('否决 ' || nullif(sum(unmet >= :core_fail_at), 0) || ' 所：' || group_concat(CASE WHEN unmet >= :core_fail_at THEN o.name END, '、') || '；', '')
    || coalesce('没有填完 ' || nullif(sum(unknown > 0), 0) || ' 所', '') AS remark
FROM (SELECT org_code, sum(met = '否') AS unmet, sum(met = '未填') AS unknown FROM demand GROUP BY org_code) AS d
LEFT JOIN org AS o ON o.org_code = d.org_code
HAVING count(*) > 0

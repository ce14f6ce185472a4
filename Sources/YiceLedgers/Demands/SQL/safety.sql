-- form: 四个100%汇总
-- title: 平安校园建设汇总表（四个100%、五查）
-- words: 平安校园汇总、五查汇总
-- section: 安全
-- from: safety_check
-- column kind: 类别 12 merges
-- column item: 检查项 26
-- column round: 轮次 10 centred
-- column schools: 学校数 8
-- column checked: 已查 7
-- column met: 达到 7
-- column yes: 落实 7
-- column nearly: 基本落实 7
-- column no: 未落实 7
-- column share: 比例（%） 9
-- column note: 没有达到和没有查的学校 30
-- note: 每校每项取最近一次检查；比例 = 达到的校数 ÷ 全部学校（幼儿园不计），没有查的也在分母里。
WITH school AS (
  SELECT org_code, name FROM org
  WHERE kind NOT IN ('教育行政部门', '幼儿园') AND (:school IS NULL OR org_code = :school)
),
newest AS (
  SELECT s.* FROM safety_check AS s
  WHERE s.school_year = :year AND s.checked_on = (SELECT max(m.checked_on) FROM safety_check AS m
    WHERE m.org_code = s.org_code AND m.school_year = s.school_year AND m.item = s.item AND m.round IS s.round)
),
-- All of 四个100% once one school was checked; other items as they were checked.
asked AS (
  SELECT '四个100%' AS kind, 0 AS list, j.key AS place, j.value AS item, NULL AS round FROM json_each(:four_safety) AS j
  WHERE EXISTS (SELECT 1 FROM newest) AND j.value NOT IN (SELECT n.item FROM newest AS n)
  UNION
  SELECT CASE WHEN f.value IS NOT NULL THEN '四个100%' WHEN v.value IS NOT NULL THEN '五查' ELSE '其他' END,
    CASE WHEN f.value IS NOT NULL THEN 0 WHEN v.value IS NOT NULL THEN 1 ELSE 2 END, coalesce(f.key, v.key, 99), n.item, n.round
  FROM newest AS n
  LEFT JOIN json_each(:four_safety) AS f ON f.value = n.item
  LEFT JOIN json_each(:five_checks) AS v ON v.value = n.item
)
SELECT NULL AS org_code, a.kind, a.item, a.round, count(*) AS schools, count(n.org_code) AS checked, total(n.met) AS met,
  sum(n.result = '落实') AS yes, sum(n.result = '基本落实') AS nearly, sum(n.result = '未落实') AS no,
  round(total(n.met) * 100.0 / count(*), 1) AS share,
  CASE WHEN count(*) - total(n.met) BETWEEN 1 AND 6 THEN group_concat(CASE WHEN coalesce(n.met, 0) = 0
      THEN s.name || CASE WHEN n.met IS NULL THEN '（未查）' ELSE '' END END, '、')
    WHEN count(*) - total(n.met) > 6 THEN CAST(count(*) - total(n.met) AS INTEGER) || ' 所，其中未查 ' || (count(*) - count(n.org_code)) END AS note
FROM asked AS a
CROSS JOIN school AS s
LEFT JOIN newest AS n ON n.org_code = s.org_code AND n.item = a.item AND n.round IS a.round
GROUP BY a.list, a.place, a.item, a.round
ORDER BY a.list, a.place, a.item, a.round
-- status
SELECT item || coalesce(' ' || round, '') AS name, schools AS total, CAST(met AS INTEGER) AS done, NULL AS overdue,
  printf('%.1f%%', CASE WHEN met < schools THEN min(share, 99.9) ELSE share END) || coalesce('，未查 ' || nullif(schools - checked, 0) || ' 所', '')
    || coalesce('，未落实 ' || nullif(no, 0) || ' 所', '') AS remark
FROM demand

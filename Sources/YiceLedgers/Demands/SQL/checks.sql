-- form: 定期检查
-- title: 定期检查情况汇总表
-- words: 例行检查、学籍普查
-- section: 检查
-- from: recurring_check、check_result
-- column kind: 类别 10 merges
-- column item: 检查项目 22
-- column often: 频次 12 centred
-- column due: 每校应查次数 8
-- column schools: 学校数 8
-- column enough: 查够次数的校数 10
-- column times: 已查次数 8
-- column yes: 落实 7
-- column nearly: 基本落实 7
-- column no: 未落实 7
-- column share: 落实率（%） 9
-- column unit: 责任单位 14
-- column note: 说明 24
-- note: 落实率 = 最近一次为“落实”的校数 ÷ 学校数；没有查过的学校也在分母里。
-- Items of check_result are found by their name without spaces and marks around it.
WITH asked AS (
  SELECT r.*, replace(replace(r.item, ' ', ''), '　', '') AS plain,
    r.times * CASE r.period WHEN '学年' THEN 1 WHEN '学期' THEN :terms_per_year WHEN '季度' THEN :quarters_per_year
      WHEN '月' THEN :months_per_year WHEN '周' THEN :weeks_per_year END AS due
  FROM recurring_check AS r WHERE coalesce(r.active, 1) = 1
),
school AS (
  SELECT org_code, name, county_code FROM org
  WHERE kind NOT IN ('教育行政部门', '幼儿园') AND (:school IS NULL OR org_code = :school)
),
done AS (
  SELECT c.*, replace(replace(c.item, ' ', ''), '　', '') AS plain FROM check_result AS c WHERE c.school_year = :year
),
told AS (
  SELECT a.org_code AS bureau, a.item, s.org_code, s.name, a.due, count(d.done_on) AS times,
    (SELECT l.result FROM done AS l WHERE l.org_code = s.org_code AND l.plain = a.plain ORDER BY l.done_on DESC LIMIT 1) AS result
  FROM asked AS a JOIN school AS s ON coalesce(s.county_code, a.org_code) = a.org_code LEFT JOIN done AS d ON d.org_code = s.org_code AND d.plain = a.plain
  GROUP BY a.org_code, a.item, s.org_code
)
SELECT NULL AS org_code, a.kind, a.item, coalesce('每' || a.period || coalesce(a.times || '次', '（次数未填）'), '') AS often,
  CAST(a.due AS INTEGER) AS due, count(*) AS schools, sum(t.times >= a.due) AS enough, sum(t.times) AS times,
  sum(t.result = '落实') AS yes, sum(t.result = '基本落实') AS nearly, sum(t.result = '未落实') AS no,
  round(total(t.result = '落实') * 100.0 / count(*), 1) AS share, a.unit_in_charge AS unit,
  CASE WHEN a.due IS NULL THEN '应查次数未填，不知道查够没有'
    WHEN sum(t.times < a.due) BETWEEN 1 AND 5 THEN '次数不够：' || group_concat(CASE WHEN t.times < a.due THEN t.name END, '、')
    WHEN sum(t.times < a.due) > 5 THEN '次数不够 ' || sum(t.times < a.due) || ' 所' END AS note
FROM asked AS a JOIN told AS t ON t.item = a.item AND t.bureau = a.org_code
GROUP BY a.org_code, a.item
UNION ALL
SELECT NULL, '（不在目录里）', min(d.item), '', NULL, count(DISTINCT d.org_code), NULL, count(*), sum(d.result = '落实'),
  sum(d.result = '基本落实'), sum(d.result = '未落实'), NULL, NULL, '请核对名称，或在“定期检查”里加上'
FROM done AS d JOIN school AS s ON s.org_code = d.org_code
WHERE d.plain NOT IN (SELECT plain FROM asked) GROUP BY d.plain
ORDER BY 2, 3
-- status
SELECT item AS name, schools AS total, enough AS done,
  CASE WHEN :today > (:year + 1) || '-08-31' THEN schools - enough END AS overdue,
  often || '，已查 ' || times || ' 次' || coalesce('，落实率 ' || printf('%.1f%%', share), '') || coalesce('，未落实 ' || nullif(no, 0) || ' 所', '') AS remark
FROM demand

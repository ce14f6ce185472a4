-- form: 交流支教
-- title: 教师交流轮岗、支教台账
-- words: 交流支教台账、支教、轮岗
-- section: 交流
-- from: exchange
-- column school: 派出学校 16
-- column name: 姓名 9 personal centred
-- column kind: 类型 9 centred
-- column backbone: 骨干 6 centred
-- column to_school: 接收学校 16
-- column from_on: 开始日期 11 centred
-- column to_on: 结束日期 11 centred
-- column full_on: 满年限日期 11 centred
-- column standing: 情况 12 centred
-- column period: 时间原文 14
-- column note: 备注 12
-- note: 年限：交流轮岗 {exchange_years} 年，支教 {support_years} 年；少不超过 {exchange_slack_months} 个月（暑假）的算满。即将期满：{ending_days} 天之内。
WITH stay AS (
  SELECT e.*, coalesce(e.from_school, o.name, e.org_code) AS school,
    CASE e.kind WHEN '支教' THEN :support_years WHEN '交流轮岗' THEN :exchange_years END AS years
  FROM exchange AS e LEFT JOIN org AS o ON o.org_code = e.org_code
  WHERE :school IS NULL OR e.org_code = :school OR e.to_code = :school
),
measured AS (
  SELECT s.*, date(s.from_on, '+' || CAST(s.years * 12 AS INTEGER) || ' months', '-1 day') AS full_on,
    date(s.from_on, '+' || CAST(s.years * 12 - coalesce(:exchange_slack_months, 0) AS INTEGER) || ' months', '-1 day') AS enough_on
  FROM stay AS s
)
SELECT org_code, school, name, kind, CASE backbone WHEN 1 THEN '是' WHEN 0 THEN '否' END AS backbone,
  to_school, from_on, to_on, full_on,
  CASE
    WHEN from_on IS NULL THEN '时间未填'
    WHEN to_on < from_on THEN '日期颠倒'
    WHEN to_on < enough_on THEN CASE WHEN to_on < :today THEN '年限不足' ELSE '计划年限不足' END
    WHEN from_on > :today THEN '未开始'
    WHEN to_on < :today THEN '期满'
    WHEN coalesce(to_on, full_on) < :today THEN '已满年限'
    WHEN coalesce(to_on, full_on) <= date(:today, '+' || CAST(:ending_days AS INTEGER) || ' days') THEN '即将期满'
    ELSE '在岗' END AS standing,
  period_text AS period, note
FROM measured
ORDER BY org_code, from_on, teacher_no
-- status
SELECT kind AS name, count(*) AS total, sum(standing IN ('期满', '已满年限')) AS done, sum(standing IN ('年限不足', '计划年限不足')) AS overdue,
  '骨干占 ' || printf('%.1f%%', sum(backbone = '是') * 100.0 / count(*))
    || coalesce('，年限不足 ' || nullif(sum(standing IN ('年限不足', '计划年限不足')), 0), '')
    || coalesce('，即将期满 ' || nullif(sum(standing = '即将期满'), 0), '')
    || coalesce('，骨干未填 ' || nullif(count(*) - count(backbone), 0), '') AS remark
FROM demand GROUP BY kind ORDER BY kind

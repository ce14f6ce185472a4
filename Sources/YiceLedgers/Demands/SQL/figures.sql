-- Numbers that a target (规划目标) may name, beside the indicators and items of the standard: name, 学段 (empty: all), value.
-- Counts are those of the 学年; of ledgers, tasks and projects those of the day. 实验开出率 is asked of its own demand's query.
-- A ledger without a row is 0 only where class lists say that there was something to look at.
WITH roll AS (
  SELECT stage, head_count, CASE stage WHEN '小学' THEN :primary_limit WHEN '初中' THEN :junior_limit END AS most
  FROM class_roll WHERE school_year = :year AND stage IN ('小学', '初中')
),
counted AS (
  SELECT a.stage, count(r.stage) AS classes, sum(r.head_count) AS pupils, sum(r.head_count > r.most) AS above,
    sum(r.head_count >= :large) AS large, sum(r.head_count >= :huge) AS huge
  FROM (SELECT '' AS stage UNION ALL SELECT '小学' UNION ALL SELECT '初中') AS a LEFT JOIN roll AS r ON a.stage IN ('', r.stage)
  GROUP BY a.stage
),
line AS (
  SELECT coalesce(room_count, 1) AS n, interactive,
    CASE WHEN category IN (SELECT value FROM json_each(:multimedia_rooms)) THEN multimedia WHEN category IS NOT NULL THEN 0 END AS multimedia
  FROM room WHERE school_year = :year
),
school AS (SELECT org_code FROM org WHERE kind NOT IN ('教育行政部门', '幼儿园')),
newest AS (
  SELECT s.item, s.met FROM safety_check AS s JOIN school AS o ON o.org_code = s.org_code
  WHERE s.school_year = :year AND s.checked_on = (SELECT max(m.checked_on) FROM safety_check AS m
    WHERE m.org_code = s.org_code AND m.school_year = s.school_year AND m.item = s.item)
)
SELECT '学校数' AS name, '' AS stage, count(*) AS value FROM school
UNION ALL SELECT '班数', stage, nullif(classes, 0) FROM counted
UNION ALL SELECT '学生数', stage, pupils FROM counted
UNION ALL SELECT '超标准班额', stage, above FROM counted
UNION ALL SELECT '大班额', stage, large FROM counted
UNION ALL SELECT '超大班额', stage, huge FROM counted
UNION ALL SELECT '大班额在册', '', CASE WHEN EXISTS (SELECT 1 FROM roll) OR count(*) > 0 THEN coalesce(sum(state NOT IN ('已销号', '毕业')), 0) END
  FROM oversized_class
UNION ALL SELECT '大校额在册', '', CASE WHEN EXISTS (SELECT 1 FROM roll) OR count(*) > 0 THEN coalesce(sum(state <> '已销号'), 0) END
  FROM oversized_school
UNION ALL SELECT '网络多媒体教室', '', sum(multimedia * n) FROM line
UNION ALL SELECT '互动课堂', '', sum(interactive * n) FROM line
UNION ALL SELECT '学校共同体', '', count(DISTINCT group_name) FROM school_group
UNION ALL SELECT '建设项目', '', count(*) FROM project
UNION ALL SELECT '完成项目', '', sum(done_on IS NOT NULL OR coalesce(state, '') IN (SELECT value FROM json_each(:finished))) FROM project
UNION ALL SELECT '新增学位', '', sum(CASE WHEN done_on IS NOT NULL OR coalesce(state, '') IN (SELECT value FROM json_each(:finished)) THEN places END) FROM project
UNION ALL SELECT '整改销号率', '', sum(state = '已销号') * 100.0 / nullif(count(*), 0) FROM rectification
UNION ALL SELECT '任务完成率', '', sum(coalesce(done, 0)) * 100.0 / nullif(count(*), 0) FROM task WHERE coalesce(year, :year) = :year
UNION ALL SELECT '实验开出率', '', CASE WHEN sum(done) >= sum(due) THEN 100.0 ELSE sum(done) * 100.0 / nullif(sum(due), 0) END
  FROM (
{experiments}
)
UNION ALL SELECT item, '', total(met) * 100.0 / nullif((SELECT count(*) FROM school), 0) FROM newest GROUP BY item

-- Numbers that a target (规划目标) may name, beside the indicators and items of the standard: name, 学段 (empty: all), value.
-- Counts are those of the 学年; of ledgers, tasks and projects those of the day.
WITH roll AS (
  SELECT stage, head_count, CASE stage WHEN '小学' THEN :primary_limit WHEN '初中' THEN :junior_limit END AS most
  FROM class_roll WHERE school_year = :year AND stage IN ('小学', '初中')
),
line AS (SELECT coalesce(room_count, 1) AS n, multimedia, interactive FROM room WHERE school_year = :year),
school AS (SELECT org_code FROM org WHERE kind NOT IN ('教育行政部门', '幼儿园')),
newest AS (
  SELECT s.item, s.met FROM safety_check AS s
  WHERE s.school_year = :year AND s.checked_on = (SELECT max(m.checked_on) FROM safety_check AS m
    WHERE m.org_code = s.org_code AND m.school_year = s.school_year AND m.item = s.item)
)
SELECT '学校数' AS name, '' AS stage, count(*) AS value FROM school
UNION ALL SELECT '班数', stage, count(*) FROM roll GROUP BY stage
UNION ALL SELECT '班数', '', count(*) FROM roll
UNION ALL SELECT '学生数', stage, sum(head_count) FROM roll GROUP BY stage
UNION ALL SELECT '学生数', '', sum(head_count) FROM roll
UNION ALL SELECT '超标准班额', stage, sum(head_count > most) FROM roll GROUP BY stage
UNION ALL SELECT '超标准班额', '', sum(head_count > most) FROM roll
UNION ALL SELECT '大班额', stage, sum(head_count >= :large) FROM roll GROUP BY stage
UNION ALL SELECT '大班额', '', sum(head_count >= :large) FROM roll
UNION ALL SELECT '超大班额', stage, sum(head_count >= :huge) FROM roll GROUP BY stage
UNION ALL SELECT '超大班额', '', sum(head_count >= :huge) FROM roll
UNION ALL SELECT '大班额在册', '', count(*) FROM oversized_class WHERE state NOT IN ('已销号', '毕业')
UNION ALL SELECT '大校额在册', '', count(*) FROM oversized_school WHERE state <> '已销号'
UNION ALL SELECT '网络多媒体教室', '', sum(CASE WHEN multimedia = 1 THEN n END) FROM line
UNION ALL SELECT '互动课堂', '', sum(CASE WHEN interactive = 1 THEN n END) FROM line
UNION ALL SELECT '学校共同体', '', count(DISTINCT group_name) FROM school_group
UNION ALL SELECT '建设项目', '', count(*) FROM project
UNION ALL SELECT '完成项目', '', sum(done_on IS NOT NULL OR coalesce(state, '') IN ('完工', '投入使用')) FROM project
UNION ALL SELECT '新增学位', '', sum(CASE WHEN done_on IS NOT NULL OR coalesce(state, '') IN ('完工', '投入使用') THEN places END) FROM project
UNION ALL SELECT '整改销号率', '', sum(state = '已销号') * 100.0 / nullif(count(*), 0) FROM rectification
UNION ALL SELECT '任务完成率', '', sum(coalesce(done, 0)) * 100.0 / nullif(count(*), 0) FROM task WHERE coalesce(year, :year) = :year
UNION ALL SELECT '实验开出率', '', count(done_on) * 100.0 / nullif(count(*), 0) FROM experiment
  WHERE coalesce(required, 1) = 1 AND (school_year IS NULL OR school_year = :year)
UNION ALL SELECT item, '', total(met) * 100.0 / nullif((SELECT count(*) FROM school), 0) FROM newest GROUP BY item

-- form: 建设项目汇总
-- title: 建设项目汇总表
-- words: 项目汇总、新建改扩建汇总
-- section: 项目
-- from: project
-- column town: 乡镇 12 merges
-- column kind: 建设类型 10 centred
-- column projects: 项目数 8
-- column schools: 涉及学校 8
-- column founded: 其中拟建新校 9
-- column places: 新增学位 9
-- column area: 建筑面积（㎡） 12
-- column money: 计划投资（万元） 12
-- column spent: 完成投资（万元） 12
-- column share: 投资完成（%） 10
-- column done: 已完成 8
-- column overdue: 逾期 8
-- column note: 备注 10
WITH line AS (
  SELECT coalesce(p.town, o.town, '（未写乡镇）') AS town, p.*,
    CASE WHEN p.done_on IS NOT NULL OR coalesce(p.state, '') IN (SELECT value FROM json_each(:finished)) THEN 1 ELSE 0 END AS is_done
  FROM project AS p LEFT JOIN org AS o ON o.org_code = p.org_code
  WHERE :school IS NULL OR p.org_code = :school
),
summed AS (
  SELECT l.town AS area_name, l.kind AS type, 0 AS place, l.* FROM line AS l
  UNION ALL SELECT '合计', '', 1, l.* FROM line AS l
)
SELECT NULL AS org_code, s.area_name AS town, s.type AS kind, count(*) AS projects,
  count(DISTINCT CASE WHEN school_name IS NULL THEN org_code ELSE school_name END) AS schools,
  count(DISTINCT school_name) AS founded, sum(places) AS places, round(sum(floor_area), 2) AS area,
  round(sum(money) / 10000.0, 2) AS money, round(sum(spent) / 10000.0, 2) AS spent,
  CASE WHEN sum(money) > 0 THEN round(total(spent) * 100.0 / sum(money), 1) END AS share, sum(is_done) AS done,
  total(due_on < :today AND is_done = 0) AS overdue, NULL AS note, s.place
FROM summed AS s
GROUP BY s.place, s.area_name, s.type
HAVING count(*) > 0
ORDER BY s.place, s.area_name, s.type
-- status
SELECT '建设项目' AS name, projects AS total, done, CAST(overdue AS INTEGER) AS overdue,
  '新增学位 ' || coalesce(places, 0) || ' 个，计划投资 ' || coalesce(money, 0) || ' 万元' || coalesce('，投资完成 ' || share || '%', '')
    || coalesce('，拟建新校 ' || nullif(founded, 0) || ' 所', '') AS remark
FROM demand WHERE place = 1

-- form: 包联责任
-- title: 包联责任一览表（教研员五包、领导包校）
-- words: 五包、包联、包保责任
-- section: 包联
-- from: duty
-- column kind: 包联类型 12 merges
-- column object: 包联对象 20
-- column name: 姓名 10 personal centred
-- column unit: 单位 18
-- column position: 职务 12
-- column phone: 联系电话 14 personal
-- column from_on: 开始日期 11 centred
-- column to_on: 结束日期 11 centred
-- column standing: 情况 10 centred
-- column note: 备注 12
-- note: 包乡镇、包学校还没有人的乡镇和学校也列出。
-- 包乡镇 and 包学校 are told for every town and school; other kinds are what the bureau wrote.
WITH wanted AS (
  SELECT DISTINCT '包乡镇' AS kind, town AS object, NULL AS code FROM org WHERE coalesce(town, '') <> ''
  UNION ALL
  SELECT '包学校', name, org_code FROM org WHERE kind NOT IN ('教育行政部门', '幼儿园')
),
uncovered AS (
  SELECT w.kind, w.object, w.code FROM wanted AS w
  WHERE EXISTS (SELECT 1 FROM duty AS k WHERE k.kind = w.kind)
    AND NOT EXISTS (SELECT 1 FROM duty AS d LEFT JOIN org AS s ON s.org_code = w.code
      WHERE d.kind = w.kind AND (d.object_code = w.code OR d.object IN (w.object, s.short_name))
        AND coalesce(d.to_on, '9999') >= :today)
)
SELECT d.object_code AS org_code, d.kind, d.object, d.person AS name, d.unit, d.position, d.phone, d.from_on, d.to_on,
  CASE WHEN d.to_on < :today THEN '已结束' WHEN d.from_on > :today THEN '未开始' ELSE '在任' END AS standing, d.note
FROM duty AS d
WHERE :school IS NULL OR d.object_code = :school
UNION ALL
SELECT u.code, u.kind, u.object, NULL, NULL, NULL, NULL, NULL, NULL, '没有人包', NULL
FROM uncovered AS u WHERE :school IS NULL OR u.code = :school
ORDER BY 2, 3, 4
-- status
SELECT kind AS name, count(DISTINCT object) AS total, count(DISTINCT CASE WHEN standing = '在任' THEN object END) AS done,
  NULL AS overdue, count(DISTINCT name) || ' 人' || coalesce('，没有人包 ' || nullif(sum(standing = '没有人包'), 0), '') AS remark
FROM demand GROUP BY kind ORDER BY kind

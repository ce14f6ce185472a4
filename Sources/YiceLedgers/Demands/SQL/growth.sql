-- form: 教育经费增长
-- title: 教育经费“三个增长、一个比例、两个只增不减”核算表
-- words: 三个增长、两个只增不减、经费增长
-- section: 经费
-- from: finance
-- column kind: 类别 13 merges
-- column item: 要求 30
-- column unit: 单位 7 centred
-- column v3: {year-3}年 13
-- column v2: {year-2}年 13
-- column v1: {year-1}年 13
-- column v0: {year}年 13
-- column m2: {year-2}年达到 9 centred
-- column m1: {year-1}年达到 9 centred
-- column m0: {year}年达到 9 centred
-- column verdict: 结论 22
-- column source: 依据 14
-- note: 金额取“经费”表里县的一行（没有的取本县各校之和，或县的填报值；人均工资这样的平均数不能相加，只取县的）；生均按同一年开始的学年小学、初中在校生：各校取班级册，没有的取填报值，各校都没有的取县的填报值。
-- note: “增长高于”比的是与上年的增长率；要看三年的结论，需要四年的数。
-- Amounts of four calendar years; the first is only what the second is held against.
WITH rule AS (
  SELECT key AS place, json_extract(value, '$.group') AS kind, json_extract(value, '$.label') AS label,
    json_extract(value, '$.item') AS item, json_extract(value, '$.above') AS above, json_extract(value, '$.of') AS part_of,
    json_extract(value, '$.per_pupil') AS per_pupil, json_extract(value, '$.unit') AS unit,
    json_extract(value, '$.must_rise') AS must_rise, json_extract(value, '$.average') AS average,
    json_extract(value, '$.source') AS source
  FROM json_each(:growth)
),
years(year) AS (VALUES (:year - 3), (:year - 2), (:year - 1), (:year)),
school AS (
  SELECT org_code, kind FROM org WHERE kind <> '教育行政部门' AND coalesce(county_code, :county) = :county
),
-- A school that keeps class lists has its pupils there; another one as it stated them: by 学段, or without one where its kind
-- has one only.
stated AS (
  SELECT s.org_code, s.school_year AS year,
    coalesce(sum(CASE WHEN s.stage <> '' THEN s.value END), sum(CASE WHEN s.stage = '' THEN s.value END)) AS pupils
  FROM statement AS s LEFT JOIN school AS o ON o.org_code = s.org_code
  WHERE s.element = '学生数' AND (s.stage IN ('小学', '初中')
    OR (s.stage = '' AND (s.org_code = :county OR o.kind IN (SELECT value FROM json_each(:compulsory_kinds)))))
  GROUP BY s.org_code, s.school_year
),
rolled AS (
  SELECT c.org_code, c.school_year AS year, sum(CASE WHEN c.stage IN ('小学', '初中') THEN c.head_count END) AS pupils
  FROM class_roll AS c GROUP BY c.org_code, c.school_year
),
pupils AS (
  SELECT y.year, coalesce(
    (SELECT sum(CASE WHEN r.org_code IS NULL THEN t.pupils ELSE r.pupils END) FROM school AS s
      LEFT JOIN rolled AS r ON r.org_code = s.org_code AND r.year = y.year
      LEFT JOIN stated AS t ON t.org_code = s.org_code AND t.year = y.year),
    (SELECT t.pupils FROM stated AS t WHERE t.org_code = :county AND t.year = y.year)) AS pupils
  FROM years AS y
),
-- An average is the county's own: those of schools do not add up to one.
item AS (
  SELECT item, max(average) AS average FROM (
    SELECT item, average FROM rule UNION ALL SELECT above, 0 FROM rule UNION ALL SELECT part_of, 0 FROM rule)
  GROUP BY item
),
amount AS (
  SELECT y.year, i.item, coalesce(
    (SELECT f.amount FROM finance AS f WHERE f.org_code = :county AND f.fiscal_year = y.year AND f.item = i.item),
    (SELECT sum(f.amount) FROM finance AS f JOIN school AS s ON s.org_code = f.org_code
      WHERE f.fiscal_year = y.year AND f.item = i.item AND i.average = 0),
    (SELECT s.value FROM statement AS s WHERE s.org_code = :county AND s.school_year = y.year AND s.element = i.item
      AND s.stage = '' AND s.campus = '')) AS amount
  FROM years AS y CROSS JOIN item AS i WHERE i.item IS NOT NULL
),
figure AS (
  SELECT r.place, y.year, CASE
      WHEN r.part_of IS NOT NULL THEN a.amount * 100.0 / nullif(w.amount, 0)
      WHEN r.per_pupil THEN a.amount * 1.0 / nullif(p.pupils, 0)
      ELSE a.amount END AS value, b.amount AS above
  FROM rule AS r CROSS JOIN years AS y
  JOIN pupils AS p ON p.year = y.year
  LEFT JOIN amount AS a ON a.year = y.year AND a.item = r.item
  LEFT JOIN amount AS b ON b.year = y.year AND b.item = r.above
  LEFT JOIN amount AS w ON w.year = y.year AND w.item = r.part_of
),
-- Growth rates are compared crosswise, so that nothing is divided by zero: a/a' > b/b' as a*b' > b*a'.
grown AS (
  SELECT n.place, n.year, CASE
      WHEN r.above IS NOT NULL THEN n.value * o.above > n.above * o.value
      WHEN r.must_rise THEN n.value > o.value
      ELSE n.value >= o.value END AS met
  FROM figure AS n JOIN figure AS o ON o.place = n.place AND o.year = n.year - 1
  JOIN rule AS r ON r.place = n.place
),
judged AS (
  SELECT place, sum(met = 1) AS yes, sum(met = 0) AS no, sum(met IS NULL) AS unknown,
    max(CASE WHEN year = :year - 2 THEN met END) AS m2, max(CASE WHEN year = :year - 1 THEN met END) AS m1,
    max(CASE WHEN year = :year THEN met END) AS m0
  FROM grown GROUP BY place
)
SELECT :county AS org_code, r.kind, r.label AS item, r.unit,
  (SELECT round(value, 2) FROM figure AS f WHERE f.place = r.place AND f.year = :year - 3) AS v3,
  (SELECT round(value, 2) FROM figure AS f WHERE f.place = r.place AND f.year = :year - 2) AS v2,
  (SELECT round(value, 2) FROM figure AS f WHERE f.place = r.place AND f.year = :year - 1) AS v1,
  (SELECT round(value, 2) FROM figure AS f WHERE f.place = r.place AND f.year = :year) AS v0,
  CASE j.m2 WHEN 1 THEN '是' WHEN 0 THEN '否' ELSE '未填' END AS m2,
  CASE j.m1 WHEN 1 THEN '是' WHEN 0 THEN '否' ELSE '未填' END AS m1,
  CASE j.m0 WHEN 1 THEN '是' WHEN 0 THEN '否' ELSE '未填' END AS m0,
  CASE WHEN j.no >= 2 THEN '三年中 ' || j.no || ' 年未达到' WHEN j.unknown > 0 THEN '缺 ' || j.unknown || ' 年的数'
    WHEN j.no = 1 THEN '三年中 1 年未达到' ELSE '三年都达到' END AS verdict,
  r.source
FROM rule AS r JOIN judged AS j ON j.place = r.place
WHERE EXISTS (SELECT 1 FROM amount AS a JOIN item AS i ON i.item = a.item WHERE a.amount IS NOT NULL)
ORDER BY r.place
-- status
SELECT kind AS name, count(*) AS total, sum(verdict = '三年都达到') AS done, NULL AS overdue,
  nullif(coalesce('两年以上未达到 ' || nullif(sum(verdict LIKE '三年中%' AND verdict NOT LIKE '三年中 1%'), 0) || ' 项；', '')
    || coalesce('缺数 ' || nullif(sum(verdict LIKE '缺%'), 0) || ' 项', ''), '') AS remark
FROM demand GROUP BY kind

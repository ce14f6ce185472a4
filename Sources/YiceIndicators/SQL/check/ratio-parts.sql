-- severity: error
-- text: “{part}”{stage}填报 {number}，多于“{whole}”{total}；请改正
-- A part above its whole, in the figures that the county states.
WITH pair AS (
  SELECT '持证专任教师数' AS part, '专任教师数' AS whole
  UNION ALL SELECT '完成培训学时教师数', '专任教师数'
  UNION ALL SELECT '交流轮岗骨干教师数', '交流轮岗教师数'
  UNION ALL SELECT '就近入学人数', '就近入学招生总人数'
  UNION ALL SELECT '优质高中分配名额数', '优质高中招生计划数'
  UNION ALL SELECT '农村初中分配名额数', '优质高中分配名额数'
  UNION ALL SELECT '公办就读随迁子女数', '随迁子女数'
  UNION ALL SELECT '入学残疾儿童少年数', '适龄残疾儿童少年数'
  UNION ALL SELECT '特教学校就读残疾儿童少年数', '入学残疾儿童少年数'
)
SELECT p.org_code, p.stage, r.part, p.value AS number, r.whole, w.value AS total
FROM pair AS r
JOIN statement AS p ON p.element = r.part
JOIN chosen_year AS y ON p.school_year = y.school_year
JOIN statement AS w ON w.org_code = p.org_code AND w.school_year = p.school_year AND w.element = r.whole
  AND w.stage = p.stage AND w.campus = p.campus
WHERE p.value > w.value
ORDER BY p.org_code, r.part, p.stage

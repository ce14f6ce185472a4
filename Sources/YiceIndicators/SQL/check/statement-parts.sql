-- severity: error
-- text: {stage}“{part}”填报 {number}，多于“{whole}”{total}；请改正
-- 骨干 ≤ 专任, 体艺 ≤ 专任, 高于规定学历 ≤ 专任, 室内体育用房 ≤ 教辅用房 (domain, section 9).
SELECT p.org_code, p.stage, p.element AS part, p.value AS number, w.element AS whole, w.value AS total
FROM statement AS p
JOIN chosen_year AS y ON p.school_year = y.school_year
JOIN statement AS w ON w.org_code = p.org_code AND w.school_year = p.school_year AND w.stage = p.stage
  AND w.campus = p.campus
WHERE p.value > w.value
  AND ((w.element = '专任教师数'
      AND p.element IN ('骨干教师数', '高于规定学历教师数', '体育教师数', '艺术教师数', '中级及以上职务教师数'))
    OR (w.element = '教学及辅助用房面积' AND p.element = '室内体育用房面积'))
ORDER BY p.org_code, p.stage, p.element

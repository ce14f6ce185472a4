-- severity: warning
-- text: “{element}”{stage}比上一学年{direction} {percent}%（{before} → {now}）；请核对
-- Year-on-year jumps over 30 %, register against register and statement against statement.
WITH both_years AS (
  SELECT y.school_year AS now_year, y.school_year - 1 AS before_year FROM chosen_year AS y
),
figure AS (
  SELECT org_code, school_year, '学生数' AS element, stage, sum(head_count) AS amount
  FROM class_roll WHERE stage IN ('小学', '初中') GROUP BY org_code, school_year, stage
  UNION ALL
  SELECT org_code, school_year, '班级数', stage, count(*)
  FROM class_roll WHERE stage IN ('小学', '初中') GROUP BY org_code, school_year, stage
  UNION ALL
  SELECT org_code, school_year, '专任教师数', stage, count(*)
  FROM teacher WHERE full_time = 1 AND stage IN ('小学', '初中') GROUP BY org_code, school_year, stage
  UNION ALL
  SELECT org_code, school_year, '用房建筑面积', '', sum(coalesce(floor_area, 0) * coalesce(room_count, 1))
  FROM room GROUP BY org_code, school_year
  UNION ALL
  SELECT org_code, school_year, '场地面积', '', sum(area) FROM ground GROUP BY org_code, school_year
  UNION ALL
  SELECT org_code, school_year, '设备金额', '', sum(coalesce(value, 0)) FROM equipment GROUP BY org_code, school_year
  UNION ALL
  SELECT org_code, school_year, element, stage, sum(value) FROM statement GROUP BY org_code, school_year, element, stage
)
SELECT n.org_code, n.element, n.stage, b.amount AS before, n.amount AS now,
  CASE WHEN n.amount > b.amount THEN '增加' ELSE '减少' END AS direction,
  cast(round(abs(n.amount - b.amount) * 100 / b.amount) AS INTEGER) AS percent
FROM both_years AS y
JOIN figure AS n ON n.school_year = y.now_year
JOIN figure AS b ON b.org_code = n.org_code AND b.element = n.element AND b.stage = n.stage
  AND b.school_year = y.before_year
WHERE b.amount > 0 AND abs(n.amount - b.amount) * 10 > b.amount * 3 AND n.element <> '基本均衡认定年份'
ORDER BY n.org_code, n.element, n.stage

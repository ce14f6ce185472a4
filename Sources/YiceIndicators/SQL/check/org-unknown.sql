-- severity: error
-- text: “{label}”有 {rows} 行属于学校机构表里没有的单位；请先导入学校机构
SELECT u.org_code, u.label, count(*) AS rows
FROM (
  SELECT org_code, '班级' AS label FROM class_roll
  UNION ALL SELECT org_code, '教师' FROM teacher
  UNION ALL SELECT org_code, '用房' FROM room
  UNION ALL SELECT org_code, '场地' FROM ground
  UNION ALL SELECT org_code, '仪器设备' FROM equipment
  UNION ALL SELECT org_code, '填报值' FROM statement
) AS u
LEFT JOIN org AS o ON o.org_code = u.org_code
WHERE o.org_code IS NULL
GROUP BY u.org_code, u.label
ORDER BY u.org_code, u.label

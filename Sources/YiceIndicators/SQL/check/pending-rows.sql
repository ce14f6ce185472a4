-- severity: note
-- text: “{label}”有 {rows} 行待确认（从上一学年带来，还没有核对）
SELECT u.org_code, u.label, count(*) AS rows
FROM (
  SELECT org_code, school_year, '班级' AS label FROM class_roll WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '教师' FROM teacher WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '用房' FROM room WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '场地' FROM ground WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '仪器设备' FROM equipment WHERE pending = 1
  UNION ALL SELECT org_code, school_year, '填报值' FROM statement WHERE pending = 1
) AS u
JOIN chosen_year AS y ON u.school_year = y.school_year
GROUP BY u.org_code, u.label
ORDER BY u.org_code, u.label
